/* Preloaded into everything that a run of the browser tests starts, so that relay, browsers and tests share a clock that
 * is CLOCK_SHIFT_S seconds off: the tests then see the same day whenever they run. Only the time of day is shifted; what
 * waits and measures goes by the monotonic clock, but for semaphores, which wait until a time of day. (libfaketime does
 * this and more, and Chromium opens no tab under it.)
 */
#define _GNU_SOURCE
#include <semaphore.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static long shift(void) {
  static long seconds;
  static int is_known;
  if (!is_known) {
    const char *given = getenv("CLOCK_SHIFT_S");
    seconds = given ? atol(given) : 0;
    is_known = 1;
  }
  return seconds;
}

int clock_gettime(clockid_t clock, struct timespec *at) {
  long failed = syscall(SYS_clock_gettime, clock, at);
  if (failed == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) at->tv_sec += shift();
  return (int)failed;
}

int gettimeofday(struct timeval *restrict at, void *restrict zone) {
  (void)zone;
  struct timespec now;
  int failed = clock_gettime(CLOCK_REALTIME, &now);
  if (failed == 0 && at) {
    at->tv_sec = now.tv_sec;
    at->tv_usec = now.tv_nsec / 1000;
  }
  return failed;
}

time_t time(time_t *at) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (at) *at = now.tv_sec;
  return now.tv_sec;
}

/* The kernel waits by its own clock: unshifted, a moment to come is months ago, and who waits in a loop never rests (as
 * Chromium's crash handler, with a whole core). */
int sem_timedwait(sem_t *restrict semaphore, const struct timespec *restrict until) {
  struct timespec unshifted = *until;
  unshifted.tv_sec -= shift();
  return sem_clockwait(semaphore, CLOCK_REALTIME, &unshifted);
}
