/* A time of day that stands still until a test moves it.
 *
 * Loaded before the C library (LD_PRELOAD), it answers for the clocks of the day and leaves the monotonic ones
 * alone: Redis' event loop and its limits on slow scripts must go on in real time.
 * libfaketime can't be used instead: it calls malloc while it loads, which Redis' jemalloc does not survive.
 *
 * The file that HELD_CLOCK names holds two 8-byte slots of microseconds since 1970 and one byte that says which of
 * them counts. A test writes the other slot and then the byte, so that no half-written time is ever read.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

struct held_time {
    _Atomic int64_t microseconds[2];
    _Atomic uint8_t current;
};

static struct held_time *held;

/* A server that can't read its clock must not run on another one. */
__attribute__((constructor)) static void hold(void) {
    const char *path = getenv("HELD_CLOCK");
    if (!path) return;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) _exit(97);
    void *page = mmap(NULL, sizeof *held, PROT_READ, MAP_SHARED, file, 0);
    close(file);
    if (page == MAP_FAILED) _exit(98);
    held = page;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    if (!held || (clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE))
        return syscall(SYS_clock_gettime, clock, now);
    int64_t microseconds = held->microseconds[held->current & 1];
    now->tv_sec = microseconds / 1000000;
    now->tv_nsec = microseconds % 1000000 * 1000;
    return 0;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    struct timespec at;
    (void)zone;
    clock_gettime(CLOCK_REALTIME, &at);
    now->tv_sec = at.tv_sec;
    now->tv_usec = at.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *out) {
    struct timespec at;
    clock_gettime(CLOCK_REALTIME, &at);
    if (out) *out = at.tv_sec;
    return at.tv_sec;
}
