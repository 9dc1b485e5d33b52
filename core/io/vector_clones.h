#pragma once

// For plain loops over many values: on x86 GCC also compiles them for AVX2 and picks at run time.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define AFA_VECTOR_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define AFA_VECTOR_CLONES
#endif
