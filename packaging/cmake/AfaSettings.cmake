# Language level, warnings and sanitizers for every target, in one place.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

option(AFA_WERROR "Treat warnings as errors" OFF)
set(AFA_SANITIZE "" CACHE STRING "Sanitizers for every target, e.g. address,undefined")

add_library(afa_settings INTERFACE)
if(MSVC)
    add_compile_options(/utf-8 /permissive-)
    target_compile_options(afa_settings INTERFACE /W4 $<$<BOOL:${AFA_WERROR}>:/WX>)
    set(CMAKE_WINDOWS_EXPORT_ALL_SYMBOLS ON)
else()
    # One -fPIC everywhere: the precompiled torch header is shared by libraries and test programs,
    # and GCC refuses it where the code model differs.
    add_compile_options(-fPIC)
    target_compile_options(afa_settings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
        $<$<BOOL:${AFA_WERROR}>:-Werror>)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        add_compile_options(-fpch-preprocess)  # lets ccache see through the precompiled header
        # False alarms of GCC 12 in the standard library's strings (GCC bugs 105651, 105562), and one about designated
        # initialisers, which leave the members they do not name at their defaults on purpose.
        target_compile_options(afa_settings INTERFACE -Wno-restrict -Wno-maybe-uninitialized
            -Wno-missing-field-initializers)
    endif()
    if(AFA_SANITIZE)
        add_compile_options(-fsanitize=${AFA_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
        add_link_options(-fsanitize=${AFA_SANITIZE})
    endif()
endif()

find_program(AFA_CCACHE ccache)
if(AFA_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${AFA_CCACHE})
endif()
