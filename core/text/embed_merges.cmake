# cmake -DINPUT=merges.txt -DOUTPUT=clip_merges.cpp -P embed_merges.cmake
#
# Writes the merges table as C++ raw string literals, cut at line ends: the shortest literal that every compiler must
# take is 65,536 characters, MSVC stops at 16,380 a piece.
cmake_minimum_required(VERSION 3.25)
set(piece_length 12000)

file(READ "${INPUT}" rest)
string(LENGTH "${rest}" length)
set(pieces "")
while(length GREATER 0)
    if(length GREATER piece_length)
        string(SUBSTRING "${rest}" 0 ${piece_length} piece)
        string(FIND "${piece}" "\n" end REVERSE)
        math(EXPR end "${end} + 1")
    else()
        set(end ${length})
    endif()
    string(SUBSTRING "${rest}" 0 ${end} piece)
    string(APPEND pieces "    R\"bpe(${piece})bpe\",\n")
    string(SUBSTRING "${rest}" ${end} -1 rest)
    string(LENGTH "${rest}" length)
endwhile()

file(WRITE "${OUTPUT}" "// Made from resources/clip/merges.txt by core/text/embed_merges.cmake.
#include \"core/text/bpe.h\"

namespace afa {

static constexpr std::string_view kPieces[] = {
${pieces}};

std::span<const std::string_view> clipMergesPieces() { return kPieces; }

}  // namespace afa
")
