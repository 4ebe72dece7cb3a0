//! Takes pictures of every state of the screen, in light and dark, at their natural size and at twice that, or those
//! that the documents show. `cargo xtask pictures` runs it.
#![expect(
    clippy::print_stdout,
    reason = "telling each picture is what it is for"
)]

#[cfg(target_os = "linux")]
mod pictures {
    use std::path::{Path, PathBuf};

    use clap::Parser;
    use countersign_gallery::{Error, Language, Look, State, TOURS, guide, picture, walk};

    /// Takes pictures of the states of Countersign's screen.
    #[derive(Debug, Parser)]
    pub(crate) struct Arguments {
        /// The app's executable
        #[arg(long)]
        binary: PathBuf,
        /// The folder for the pictures and the pages that show them, one below it for each language
        #[arg(long, required_unless_present = "documents")]
        out: Option<PathBuf>,
        /// Only states whose names begin with one of these
        #[arg(long, num_args = 1..)]
        only: Vec<String>,
        /// Only in these looks, as in light-100
        #[arg(long, num_args = 1..)]
        looks: Vec<String>,
        /// Takes them in the smallest window instead of one as it opens
        #[arg(long)]
        narrow: bool,
        /// Takes them in this language
        #[arg(long, default_value_t = Language::English, conflicts_with = "all_languages")]
        language: Language,
        /// Takes them in every language
        #[arg(long)]
        all_languages: bool,
        /// Takes those that the documents show, into the documents' folder
        #[arg(long, conflicts_with_all = ["only", "looks", "narrow", "out", "language", "all_languages"])]
        documents: bool,
    }

    impl Arguments {
        fn wants(&self, state: &State) -> bool {
            self.only.is_empty() || self.only.iter().any(|start| state.name.starts_with(start))
        }

        fn shows(&self, look: Look) -> bool {
            self.looks.is_empty() || self.looks.contains(&look.name())
        }

        fn languages(&self) -> Vec<Language> {
            match self.all_languages {
                true => Language::ALL.into(),
                false => vec![self.language],
            }
        }

        /// Below the folder for all of them, as in `de-narrow`.
        fn folder(&self, language: Language) -> String {
            let narrow = if self.narrow { "-narrow" } else { "" };
            format!("{language}{narrow}")
        }
    }

    pub(crate) async fn take(arguments: &Arguments) -> Result<(), Error> {
        match &arguments.out {
            Some(out) => {
                for language in arguments.languages() {
                    let folder = out.join(arguments.folder(language));
                    take_in(language, arguments, &folder).await?;
                }
                Ok(())
            }
            None => take_for_documents(&arguments.binary).await,
        }
    }

    async fn take_in(language: Language, arguments: &Arguments, out: &Path) -> Result<(), Error> {
        let Arguments { binary, narrow, .. } = arguments;
        std::fs::create_dir_all(out).map_err(file_error(out))?;
        for tour in TOURS.iter().filter(|tour| tour.speaks(language)) {
            let wants = |state: &State| arguments.wants(state);
            walk(tour, binary, language, wants, async |scene| {
                let looks = scene.state.screen.looks(*narrow);
                for look in looks.into_iter().filter(|look| arguments.shows(*look)) {
                    let path = picture::take(scene, look, out).await?;
                    println!("{}", path.display());
                }
                Ok(())
            })
            .await?;
        }
        let index = picture::write_index(out, *narrow)?;
        println!("All of them: {}", index.display());
        Ok(())
    }

    async fn take_for_documents(binary: &Path) -> Result<(), Error> {
        let folder = guide::root().join(guide::FOLDER);
        std::fs::create_dir_all(&folder).map_err(file_error(&folder))?;
        let named = guide::named(&guide::root())?;
        let scenes: Vec<_> = named
            .iter()
            .filter_map(|named| Some((named, named.scene()?)))
            .collect();
        for tour in TOURS {
            let wants = |state: &State| scenes.iter().any(|(_, (each, _))| each.name == state.name);
            walk(tour, binary, Language::English, wants, async |scene| {
                for (named, (state, look)) in &scenes {
                    if state.name != scene.state.name {
                        continue;
                    }
                    let taken = picture::take(scene, *look, &folder).await?;
                    let path = folder.join(&named.file);
                    std::fs::rename(&taken, &path).map_err(file_error(&path))?;
                    println!("{}", path.display());
                }
                Ok(())
            })
            .await?;
        }
        Ok(())
    }

    fn file_error(path: &Path) -> impl FnOnce(std::io::Error) -> Error {
        let path = path.to_owned();
        move |source| Error::File { path, source }
    }
}

#[cfg(target_os = "linux")]
fn main() -> std::process::ExitCode {
    use clap::Parser as _;

    let arguments = pictures::Arguments::parse();
    let taken = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|source| countersign_gallery::Error::File {
            path: "tokio".into(),
            source,
        })
        .and_then(|runtime| runtime.block_on(pictures::take(&arguments)));
    match taken {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            println!("The pictures were not all taken: {}", sentence(&error));
            std::process::ExitCode::FAILURE
        }
    }
}

/// The error and what caused it, in one line.
#[cfg(target_os = "linux")]
fn sentence(error: &dyn std::error::Error) -> String {
    std::iter::successors(error.source(), |cause| cause.source())
        .fold(error.to_string(), |sentence, cause| {
            format!("{sentence}: {cause}")
        })
}

#[cfg(not(target_os = "linux"))]
fn main() -> std::process::ExitCode {
    println!("Pictures are taken on Linux only: there is no virtual display here.");
    std::process::ExitCode::FAILURE
}
