# afa_layer(NAME SOURCES a.cpp .. PUBLIC targets .. PRIVATE targets ..)
#   One folder of core is one library: a shared one, so that the command line starts without libtorch and
#   opens the layers that need it only when a model has to run.
function(afa_layer name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} SHARED ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES DEFINE_SYMBOL "")
    target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}")
    target_link_libraries(${name} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE} afa_settings)
endfunction()

# afa_test(NAME SOURCES a.cpp .. LIBRARIES targets ..  [TORCH] [LABELS ..])
#   A Qt Test program, run by ctest from the build folder. TORCH reuses the precompiled torch header.
function(afa_test name)
    cmake_parse_arguments(ARG "TORCH" "" "SOURCES;LIBRARIES;LABELS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON
        RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    target_compile_definitions(${name} PRIVATE QT_NO_KEYWORDS
        AFA_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
        AFA_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE ${ARG_LIBRARIES} Qt6::Test afa_settings)
    if(ARG_TORCH)
        target_precompile_headers(${name} REUSE_FROM afa_tensor)
        # Empty where a test includes its own .moc: seconds less for every test.
        set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/mocs_compilation.cpp"
            PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
    endif()
    add_test(NAME ${name} COMMAND ${name})
    # Equality to the bit and the goldens' tolerances are the CPU's. Qt's own limit of five minutes for a test function is no measure on a busy machine; ctest has its own.
    set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;OMP_WAIT_POLICY=passive;CUDA_VISIBLE_DEVICES=;QTEST_FUNCTION_TIMEOUT=1400000")
endfunction()
