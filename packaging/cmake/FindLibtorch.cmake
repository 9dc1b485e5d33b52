# Finds the C++ part of a PyPI torch wheel (headers, libtorch_cpu, libc10) without Torch's own CMake files,
# which would ask for the CUDA toolkit. packaging/libtorch.sh puts it at LIBTORCH_ROOT.
#   Libtorch::Libtorch   libtorch_cpu + libc10; libtorch_cuda is opened at run time where it exists
set(LIBTORCH_ROOT "${CMAKE_SOURCE_DIR}/build/_deps/libtorch" CACHE PATH
    "Folder that holds torch/ (as installed by packaging/libtorch.sh)")

find_path(Libtorch_INCLUDE_DIR torch/csrc/api/include/torch/torch.h
    HINTS "${LIBTORCH_ROOT}/torch/include" NO_DEFAULT_PATH)
find_library(Libtorch_CPU_LIBRARY torch_cpu HINTS "${LIBTORCH_ROOT}/torch/lib" NO_DEFAULT_PATH)
find_library(Libtorch_C10_LIBRARY c10 HINTS "${LIBTORCH_ROOT}/torch/lib" NO_DEFAULT_PATH)
# at::parallel_for is a template: without OpenMP where it is used it runs on one thread, and says nothing. Linked is
# the runtime that libtorch itself uses.
find_file(Libtorch_OPENMP_LIBRARY libgomp.so.1 HINTS "${LIBTORCH_ROOT}/torch/lib" NO_DEFAULT_PATH)

if(Libtorch_INCLUDE_DIR AND EXISTS "${LIBTORCH_ROOT}/torch/version.py")
    file(STRINGS "${LIBTORCH_ROOT}/torch/version.py" _line REGEX "^__version__")
    string(REGEX MATCH "[0-9]+\\.[0-9]+\\.[0-9]+" Libtorch_VERSION "${_line}")
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Libtorch
    REQUIRED_VARS Libtorch_CPU_LIBRARY Libtorch_C10_LIBRARY Libtorch_INCLUDE_DIR
    VERSION_VAR Libtorch_VERSION
    REASON_FAILURE_MESSAGE "run packaging/libtorch.sh, or set LIBTORCH_ROOT")

if(Libtorch_FOUND AND NOT TARGET Libtorch::Libtorch)
    add_library(Libtorch::Libtorch INTERFACE IMPORTED)
    set_target_properties(Libtorch::Libtorch PROPERTIES
        INTERFACE_INCLUDE_DIRECTORIES
            "${Libtorch_INCLUDE_DIR};${Libtorch_INCLUDE_DIR}/torch/csrc/api/include"
        INTERFACE_LINK_LIBRARIES "${Libtorch_CPU_LIBRARY};${Libtorch_C10_LIBRARY}")
    # libtorch_cpu needs the CUDA runtime's stub libraries beside torch/ only through its own RPATH.
    set_property(TARGET Libtorch::Libtorch PROPERTY INTERFACE_COMPILE_OPTIONS
        $<$<CXX_COMPILER_ID:GNU,Clang>:-Wno-unused-parameter>)
    if(Libtorch_OPENMP_LIBRARY)
        set_property(TARGET Libtorch::Libtorch APPEND PROPERTY INTERFACE_COMPILE_OPTIONS -fopenmp)
        set_property(TARGET Libtorch::Libtorch APPEND PROPERTY INTERFACE_LINK_LIBRARIES "${Libtorch_OPENMP_LIBRARY}")
    elseif(MSVC)
        set_property(TARGET Libtorch::Libtorch APPEND PROPERTY INTERFACE_COMPILE_OPTIONS /openmp)
    endif()
endif()
