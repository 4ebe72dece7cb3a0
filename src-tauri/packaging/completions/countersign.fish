# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_countersign_global_optspecs
    string join \n sandbox= link-on-stdin h/help V/version
end

function __fish_countersign_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_countersign_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_countersign_using_subcommand
    set -l cmd (__fish_countersign_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c countersign -n "__fish_countersign_needs_command" -l sandbox -d 'Speak to a sandbox on this computer in place of Sinch, as 127.0.0.1:4010. The window says so' -r
complete -c countersign -n "__fish_countersign_needs_command" -l link-on-stdin -d 'The link is on the standard input: how a start hands it to itself'
complete -c countersign -n "__fish_countersign_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c countersign -n "__fish_countersign_needs_command" -s V -l version -d 'Print version'
complete -c countersign -n "__fish_countersign_needs_command" -a "smoke-test" -d 'Open the real window, play one training verification in it, and exit: 0 if it was verified, 1 if not. Sends nothing and stores nothing'
complete -c countersign -n "__fish_countersign_needs_command" -a "policy" -d 'Print the machine\'s policy and every setting in force, with where it comes from: exits with 0 where all is well, 1 where the policy can\'t be used, 2 where this desk\'s own settings can\'t'
complete -c countersign -n "__fish_countersign_needs_command" -a "provision" -d 'Take this desk\'s set-up to others: one encrypted file, out of here and in there'
complete -c countersign -n "__fish_countersign_needs_command" -a "reset-passcode" -d 'Forget the admin\'s passcode, and this desk\'s secrets with it: the way back where it is forgotten'
complete -c countersign -n "__fish_countersign_needs_command" -a "doctor" -d 'Test what this desk depends on: settings, keyring, Sinch, store'
complete -c countersign -n "__fish_countersign_needs_command" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c countersign -n "__fish_countersign_using_subcommand smoke-test" -l sandbox -d 'Speak to a sandbox on this computer in place of Sinch, as 127.0.0.1:4010. The window says so' -r
complete -c countersign -n "__fish_countersign_using_subcommand smoke-test" -s h -l help -d 'Print help'
complete -c countersign -n "__fish_countersign_using_subcommand policy" -l sandbox -d 'Speak to a sandbox on this computer in place of Sinch, as 127.0.0.1:4010. The window says so' -r
complete -c countersign -n "__fish_countersign_using_subcommand policy" -l json -d 'Print JSON'
complete -c countersign -n "__fish_countersign_using_subcommand policy" -s h -l help -d 'Print help'
complete -c countersign -n "__fish_countersign_using_subcommand provision; and not __fish_seen_subcommand_from export import help" -l sandbox -d 'Speak to a sandbox on this computer in place of Sinch, as 127.0.0.1:4010. The window says so' -r
complete -c countersign -n "__fish_countersign_using_subcommand provision; and not __fish_seen_subcommand_from export import help" -s h -l help -d 'Print help'
complete -c countersign -n "__fish_countersign_using_subcommand provision; and not __fish_seen_subcommand_from export import help" -f -a "export" -d 'Write what this desk shares with others into one encrypted file: the accounts at Sinch, the store, rules and texts, with their secrets. Not this desk\'s id and name, nor its passcode'
complete -c countersign -n "__fish_countersign_using_subcommand provision; and not __fish_seen_subcommand_from export import help" -f -a "import" -d 'Take over what another desk shares: all of it, or nothing'
complete -c countersign -n "__fish_countersign_using_subcommand provision; and not __fish_seen_subcommand_from export import help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c countersign -n "__fish_countersign_using_subcommand provision; and __fish_seen_subcommand_from export" -l out -d 'The file to write' -r -F
complete -c countersign -n "__fish_countersign_using_subcommand provision; and __fish_seen_subcommand_from export" -l passphrase-file -d 'A file with the passphrase to lock the bundle with, or - for the standard input' -r -F
complete -c countersign -n "__fish_countersign_using_subcommand provision; and __fish_seen_subcommand_from export" -l recipient -d 'A public key of age, whose identity opens the bundle. May be said several times' -r
complete -c countersign -n "__fish_countersign_using_subcommand provision; and __fish_seen_subcommand_from export" -l sandbox -d 'Speak to a sandbox on this computer in place of Sinch, as 127.0.0.1:4010. The window says so' -r
complete -c countersign -n "__fish_countersign_using_subcommand provision; and __fish_seen_subcommand_from export" -l with-appearance -d 'Put theme, text size and the language of the screen in, too'
complete -c countersign -n "__fish_countersign_using_subcommand provision; and __fish_seen_subcommand_from export" -l overwrite -d 'Replace the file if it is there'
complete -c countersign -n "__fish_countersign_using_subcommand provision; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help'
complete -c countersign -n "__fish_countersign_using_subcommand provision; and __fish_seen_subcommand_from import" -l passphrase-file -d 'A file with the passphrase that the bundle was locked with, or - for the standard input' -r -F
complete -c countersign -n "__fish_countersign_using_subcommand provision; and __fish_seen_subcommand_from import" -l identity-file -d 'A file with the identity of a recipient, as age-keygen writes it' -r -F
complete -c countersign -n "__fish_countersign_using_subcommand provision; and __fish_seen_subcommand_from import" -l desk-name -d 'What this desk is called: 1 to 40 characters. It keeps its name if none is said' -r
complete -c countersign -n "__fish_countersign_using_subcommand provision; and __fish_seen_subcommand_from import" -l sandbox -d 'Speak to a sandbox on this computer in place of Sinch, as 127.0.0.1:4010. The window says so' -r
complete -c countersign -n "__fish_countersign_using_subcommand provision; and __fish_seen_subcommand_from import" -l dry-run -d 'Say what would change, and change nothing'
complete -c countersign -n "__fish_countersign_using_subcommand provision; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c countersign -n "__fish_countersign_using_subcommand provision; and __fish_seen_subcommand_from help" -f -a "export" -d 'Write what this desk shares with others into one encrypted file: the accounts at Sinch, the store, rules and texts, with their secrets. Not this desk\'s id and name, nor its passcode'
complete -c countersign -n "__fish_countersign_using_subcommand provision; and __fish_seen_subcommand_from help" -f -a "import" -d 'Take over what another desk shares: all of it, or nothing'
complete -c countersign -n "__fish_countersign_using_subcommand provision; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c countersign -n "__fish_countersign_using_subcommand reset-passcode" -l sandbox -d 'Speak to a sandbox on this computer in place of Sinch, as 127.0.0.1:4010. The window says so' -r
complete -c countersign -n "__fish_countersign_using_subcommand reset-passcode" -l yes -d 'Yes: forget the passcode, and with it this desk\'s Sinch credentials, passwords and site key'
complete -c countersign -n "__fish_countersign_using_subcommand reset-passcode" -s h -l help -d 'Print help'
complete -c countersign -n "__fish_countersign_using_subcommand doctor" -l only -d 'Test only one of them, and what it takes' -r -f -a "sinch\t'Settings, keyring, and the products of Sinch that are set up'
store\t'The store'
all\t'Nothing is left out'"
complete -c countersign -n "__fish_countersign_using_subcommand doctor" -l text-to -d 'Send a text that says that it is a test to the phone number on standard input' -r
complete -c countersign -n "__fish_countersign_using_subcommand doctor" -l sandbox -d 'Speak to a sandbox on this computer in place of Sinch, as 127.0.0.1:4010. The window says so' -r
complete -c countersign -n "__fish_countersign_using_subcommand doctor" -l json -d 'Print one document of JSON when all is done, and nothing else'
complete -c countersign -n "__fish_countersign_using_subcommand doctor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c countersign -n "__fish_countersign_using_subcommand help; and not __fish_seen_subcommand_from smoke-test policy provision reset-passcode doctor help" -f -a "smoke-test" -d 'Open the real window, play one training verification in it, and exit: 0 if it was verified, 1 if not. Sends nothing and stores nothing'
complete -c countersign -n "__fish_countersign_using_subcommand help; and not __fish_seen_subcommand_from smoke-test policy provision reset-passcode doctor help" -f -a "policy" -d 'Print the machine\'s policy and every setting in force, with where it comes from: exits with 0 where all is well, 1 where the policy can\'t be used, 2 where this desk\'s own settings can\'t'
complete -c countersign -n "__fish_countersign_using_subcommand help; and not __fish_seen_subcommand_from smoke-test policy provision reset-passcode doctor help" -f -a "provision" -d 'Take this desk\'s set-up to others: one encrypted file, out of here and in there'
complete -c countersign -n "__fish_countersign_using_subcommand help; and not __fish_seen_subcommand_from smoke-test policy provision reset-passcode doctor help" -f -a "reset-passcode" -d 'Forget the admin\'s passcode, and this desk\'s secrets with it: the way back where it is forgotten'
complete -c countersign -n "__fish_countersign_using_subcommand help; and not __fish_seen_subcommand_from smoke-test policy provision reset-passcode doctor help" -f -a "doctor" -d 'Test what this desk depends on: settings, keyring, Sinch, store'
complete -c countersign -n "__fish_countersign_using_subcommand help; and not __fish_seen_subcommand_from smoke-test policy provision reset-passcode doctor help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c countersign -n "__fish_countersign_using_subcommand help; and __fish_seen_subcommand_from provision" -f -a "export" -d 'Write what this desk shares with others into one encrypted file: the accounts at Sinch, the store, rules and texts, with their secrets. Not this desk\'s id and name, nor its passcode'
complete -c countersign -n "__fish_countersign_using_subcommand help; and __fish_seen_subcommand_from provision" -f -a "import" -d 'Take over what another desk shares: all of it, or nothing'
