/* A stand-in for Windows' bcryptprimitives.dll, which Rust's standard library draws its random numbers from and
 * which Wine 8 has not. Randomness comes from the function that Wine has: RtlGenRandom. For checks alone. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(BYTE *data, SIZE_T length)
{
    while (length > 0) {
        ULONG part = length > 65536 ? 65536 : (ULONG)length;
        if (!RtlGenRandom(data, part))
            return FALSE;
        data += part;
        length -= part;
    }
    return TRUE;
}
