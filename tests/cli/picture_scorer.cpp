// A scorer for the tests of `afa merge --search`: WHAT [TARGET LOG] PROMPT PICTURE.
//   distance TARGET LOG   prints minus the mean squared difference to the target and adds a line to the log
//   fail | hang | orphan | garbage | flood | nan | nothing   what a scorer must not do
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <thread>

#include "core/io/picture_file.h"

namespace {

double distance(const afa::Image& a, const afa::Image& b) {
    if (a.rgb.size() != b.rgb.size()) return 1e9;
    double sum = 0;
    for (std::size_t i = 0; i < a.rgb.size(); ++i) {
        const double difference = static_cast<double>(a.rgb[i]) - b.rgb[i];
        sum += difference * difference;
    }
    return sum / static_cast<double>(a.rgb.size());
}

}  // namespace

int main(int argc, char** argv) {
    const std::string what = argc > 1 ? argv[1] : "";
    if (what == "distance" && argc == 6) {
        std::ofstream(argv[3], std::ios::app) << argv[4] << "\n";
        std::cout.precision(17);
        std::cout << -distance(afa::readPng(argv[2]), afa::readPng(argv[5])) << std::endl;
        return 0;
    }
    if (what == "fail") {
        std::cerr << "loading the judge\nno judge today" << std::endl;
        return 3;
    }
    if (what == "hang") std::this_thread::sleep_for(std::chrono::minutes(5));
    if (what == "orphan") return std::system("sleep 300");  // the shell's child holds the pipes open
    if (what == "garbage") std::cout << "7.5 out of 10" << std::endl;
    if (what == "flood")
        for (;;)
            std::cout << "0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5\n";
    if (what == "nan") std::cout << "nan" << std::endl;
    return 0;
}
