<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Message</name>
    <message>
        <source>%1: not valid JSON: the key &quot;%2&quot; appears twice</source>
        <translation>%1：不是有效的 JSON：键“%2”出现两次</translation>
    </message>
    <message>
        <source>%1: not valid JSON: %2</source>
        <translation>%1：不是有效的 JSON：%2</translation>
    </message>
    <message>
        <source>%1: expected a tensor &quot;latents&quot; %2, found none</source>
        <translation>%1：应有张量“latents” %2，但没有找到</translation>
    </message>
    <message>
        <source>%1: tensor &quot;latents&quot;: expected %2, found %3</source>
        <translation>%1：张量“latents”：应为 %2，实为 %3</translation>
    </message>
    <message>
        <source>%1: tensor &quot;latents&quot; holds values that are not finite</source>
        <translation>%1：张量“latents”含有非有限的数值</translation>
    </message>
    <message>
        <source>a base model&apos;s noise prediction is not finite: it is damaged, or the precision is too narrow for it; try %1</source>
        <translation>某个基础模型的噪声预测非有限：模型已损坏，或精度对其不够；请尝试 %1</translation>
    </message>
    <message>
        <source>the compute library could not be opened from %1: %2; install AFA Studio again, or run packaging/run.sh to build it with libtorch</source>
        <translation>无法从 %1 打开计算库：%2；请重新安装 AFA Studio，或运行 packaging/run.sh 用 libtorch 构建</translation>
    </message>
    <message>
        <source>%1: its settings of %2</source>
        <translation>%1：其 %2 设置</translation>
    </message>
    <message>
        <source>%1: its settings of %2: expected a JSON object, found another JSON value</source>
        <translation>%1：其 %2 设置：应为 JSON 对象，但找到其他 JSON 值</translation>
    </message>
    <message>
        <source>a finite number</source>
        <translation>有限数值</translation>
    </message>
    <message>
        <source>a list of objects</source>
        <translation>对象列表</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>combine: expected weights [B, N, h, w] for %1 features, found %2%3</source>
        <translation>combine：应有 %1 个特征的权重 [B, N, h, w]，实为 %2%3</translation>
    </message>
    <message>
        <source> for features %1</source>
        <translation>（特征为 %1）</translation>
    </message>
    <message>
        <source>combineMean: expected features [B, C, h, w], found none</source>
        <translation>combineMean：应有特征 [B, C, h, w]，但没有</translation>
    </message>
    <message>
        <source>%1: damaged capability file: %2</source>
        <translation>%1：去噪能力文件已损坏：%2</translation>
    </message>
    <message>
        <source>%1: not a capability file: expected the metadata %2, found none</source>
        <translation>%1：不是去噪能力文件：应有元数据 %2，但没有找到</translation>
    </message>
    <message>
        <source>block weights need maps, and this record has none: no stage was joined by an aggregator</source>
        <translation>块权重需要注意力图，而此记录没有：没有任何阶段由聚合器组合</translation>
    </message>
    <message>
        <source>%1: the folder cannot be made: %2</source>
        <translation>%1：无法创建文件夹：%2</translation>
    </message>
    <message>
        <source>%1: not a maps file: expected the metadata %2, found none</source>
        <translation>%1：不是注意力图文件：应有元数据 %2，但没有找到</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a different %1 per level</source>
        <translation>各层不同的 %1</translation>
    </message>
    <message>
        <source>%1: expected the tensor %2, found none among %3; the file is incomplete or no such model</source>
        <translation>%1：应有张量 %2，但在 %3 个张量中没有找到；文件不完整或不是此类模型</translation>
    </message>
    <message>
        <source>%1: %2: expected at least %3 dimensions, none empty, found %4</source>
        <translation>%1：%2：应至少有 %3 个维度且均不为空，实为 %4</translation>
    </message>
    <message>
        <source>expected a text</source>
        <translation>应为文本</translation>
    </message>
    <message>
        <source>not a place in the memo</source>
        <translation>不是 memo 中的位置</translation>
    </message>
    <message>
        <source>%1: a picture of %2 x %3 pixels cannot have %4 bytes</source>
        <translation>%1：%2 x %3 像素的图片不可能有 %4 字节</translation>
    </message>
    <message>
        <source>%1: the picture could not be encoded as PNG: %2</source>
        <translation>%1：无法将图片编码为 PNG：%2</translation>
    </message>
    <message>
        <source>a UTF-16 text that ends within a letter; save it as UTF-8</source>
        <translation>UTF-16 文本在字符中间结束；请另存为 UTF-8</translation>
    </message>
    <message>
        <source>a UTF-16 text with half a letter at byte %1; save it as UTF-8</source>
        <translation>UTF-16 文本在第 %1 字节处有半个字符；请另存为 UTF-8</translation>
    </message>
    <message>
        <source>a text in UTF-32; save it as UTF-8</source>
        <translation>UTF-32 文本；请另存为 UTF-8</translation>
    </message>
    <message>
        <source>a zero byte at byte %1: a text in UTF-16 without its mark, or no text; save it as UTF-8</source>
        <translation>第 %1 字节处为零字节：没有标记的 UTF-16 文本，或不是文本；请另存为 UTF-8</translation>
    </message>
    <message>
        <source>a text chunk without its separator</source>
        <translation>文本块缺少分隔符</translation>
    </message>
    <message>
        <source>zlib is not available</source>
        <translation>zlib 不可用</translation>
    </message>
    <message>
        <source>a compressed text cannot be unpacked</source>
        <translation>压缩的文本无法解压</translation>
    </message>
    <message>
        <source>%1: expected non-negative integers, found %2</source>
        <translation>%1：应为非负整数，实为 %2</translation>
    </message>
    <message>
        <source>%1: tensor &quot;%2&quot; is too large: %3</source>
        <translation>%1：张量“%2”过大：%3</translation>
    </message>
    <message>
        <source>%1: two tensors are named &quot;%2&quot;</source>
        <translation>%1：两个张量同名“%2”</translation>
    </message>
    <message>
        <source>%1: header</source>
        <translation>%1：文件头</translation>
    </message>
    <message>
        <source>%1: the header is larger than the format allows</source>
        <translation>%1：文件头超过格式允许的大小</translation>
    </message>
    <message>
        <source>%1: expected a text file of at most %2 bytes, found %3</source>
        <translation>%1：应为不超过 %2 字节的文本文件，实为 %3</translation>
    </message>
    <message>
        <source>two zip entries end in data.pkl</source>
        <translation>两个 zip 条目以 data.pkl 结尾</translation>
    </message>
    <message>
        <source>%1: not a checkpoint file: a zip archive without PyTorch&apos;s data.pkl; unpack it first</source>
        <translation>%1：不是检查点文件：zip 压缩包中没有 PyTorch 的 data.pkl；请先解压</translation>
    </message>
    <message>
        <source>%1: a TorchScript program, which is never run; save its state_dict with torch.save instead</source>
        <translation>%1：TorchScript 程序，绝不会被运行；请改用 torch.save 保存其 state_dict</translation>
    </message>
    <message>
        <source>%1: expected a non-negative integer</source>
        <translation>%1：应为非负整数</translation>
    </message>
    <message>
        <source>%1 is too large</source>
        <translation>%1 过大</translation>
    </message>
    <message>
        <source>a list of numbers holds the weights of two models, found %1; write the recipe as .json</source>
        <translation>数字列表只能保存两个模型的权重，实为 %1 个；请将配方写为 .json</translation>
    </message>
    <message>
        <source>internal: no torch type for %1</source>
        <translation>内部错误：没有对应 %1 的 torch 类型</translation>
    </message>
    <message>
        <source>unknown device &apos;%1&apos;; expected auto, cpu, cuda or cuda:N</source>
        <translation>未知设备“%1”；应为 auto、cpu、cuda 或 cuda:N</translation>
    </message>
    <message>
        <source>device &apos;%1&apos;: %2; use %3</source>
        <translation>设备“%1”：%2；请使用 %3</translation>
    </message>
    <message>
        <source>device &apos;%1&apos;: this machine has %2 CUDA device(s), counted from 0</source>
        <translation>设备“%1”：本机有 %2 个 CUDA 设备，从 0 开始编号</translation>
    </message>
    <message>
        <source>unknown precision &apos;%1&apos;; expected auto, fp32, bf16 or fp16</source>
        <translation>未知精度“%1”；应为 auto、fp32、bf16 或 fp16</translation>
    </message>
    <message>
        <source>%1: no such file (a tokenizer&apos;s)</source>
        <translation>%1：没有该文件（分词器的）</translation>
    </message>
    <message>
        <source>%1: cannot be read: %2</source>
        <translation>%1：无法读取：%2</translation>
    </message>
    <message>
        <source>%1: expected a tokenizer&apos;s text file, found something that is not a plain file</source>
        <translation>%1：应为分词器的文本文件，但找到的不是普通文件</translation>
    </message>
    <message>
        <source>%1: %2 bytes is too large for a tokenizer&apos;s file (at most %3)</source>
        <translation>%1：%2 字节对分词器文件来说过大（最多 %3）</translation>
    </message>
    <message>
        <source>%1: token %2 is not in the vocabulary of %3 tokens</source>
        <translation>%1：词元 %2 不在含 %3 个词元的词表中</translation>
    </message>
    <message>
        <source>image missing: %1</source>
        <translation>图片缺失：%1</translation>
    </message>
    <message>
        <source>%1: training data: COCO captions: expected a list &quot;%2&quot;</source>
        <translation>%1：训练数据：COCO 说明：应有列表“%2”</translation>
    </message>
    <message>
        <source>%1: expected a tensor %2, found none</source>
        <translation>%1：应有张量 %2，但没有找到</translation>
    </message>
    <message>
        <source>%1: expected the state of a training run, found %2; check the path, or start the run without %3%4</source>
        <translation>%1：应为训练状态，但找到：%2；请检查路径，或不用 %3 开始训练%4</translation>
    </message>
    <message>
        <source>none that is sound</source>
        <translation>没有完好的</translation>
    </message>
</context>
<context>
    <name>afa::Message</name>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>SHA-256 is not available in this OpenSSL</source>
        <translation>此 OpenSSL 不支持 SHA-256</translation>
    </message>
    <message>
        <source>%1: expected a message, found another JSON value</source>
        <translation>%1：应为消息，但找到其他 JSON 值</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 或 %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can be one number or two: a decimal fraction takes a point, %2; two numbers are %3.0</source>
        <translation>“%1”可以是一个数，也可以是两个数：小数用小数点，%2；两个数则写作 %3.0</translation>
    </message>
    <message>
        <source>; a decimal fraction takes a point (0.5, not 0,5)</source>
        <translation>；小数用小数点（0.5，而非 0,5）</translation>
    </message>
    <message>
        <source>ddim, pndm, dpmpp-2m, euler or euler-a</source>
        <translation>ddim、pndm、dpmpp-2m、euler 或 euler-a</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>the recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>%1: expected captioned pictures, found none to use</source>
        <translation>%1：应有带说明的图片，但没有可用的</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: expected the name of a file to write, found a folder</source>
        <translation>%1：应为要写入的文件名，但找到文件夹</translation>
    </message>
    <message>
        <source>%1: does not say which models it is for; name them with %2</source>
        <translation>%1：未说明适用于哪些模型；请用 %2 指定</translation>
    </message>
    <message>
        <source>%1: does not say which files its models are; name them with %2</source>
        <translation>%1：未说明模型是哪些文件；请用 %2 指定</translation>
    </message>
    <message>
        <source>%1: does not fit its architecture: %2</source>
        <translation>%1：与其结构不符：%2</translation>
    </message>
    <message>
        <source>%1 is %2; these models take multiples of %3</source>
        <translation>%1 为 %2；这些模型需要 %3 的倍数</translation>
    </message>
    <message>
        <source>%1: its VAE makes latents of %2 channels, the U-Net takes %3; choose a VAE of the models&apos; family</source>
        <translation>%1：其 VAE 生成 %2 通道的潜变量，而 U-Net 接受 %3 通道；请选择与模型同系列的 VAE</translation>
    </message>
    <message>
        <source>%1: it predicts values that are not finite (NaN or infinite), though its weights are: %2</source>
        <translation>%1：其权重有限，预测值却非有限（NaN 或无穷）：%2</translation>
    </message>
    <message>
        <source>even fp32 is too narrow for it; use another model</source>
        <translation>即使 fp32 对其也不够；请使用其他模型</translation>
    </message>
    <message>
        <source>the precision %1 is too narrow for it; choose %2</source>
        <translation>精度 %1 对其不够；请选择 %2</translation>
    </message>
    <message>
        <source>the %1 has %2 tokens, %3 fit; not used: &quot;%4&quot;</source>
        <translation>%1有 %2 个词元，最多容纳 %3 个；未使用：“%4”</translation>
    </message>
    <message>
        <source>the merge %1</source>
        <translation>合并模型 %1</translation>
    </message>
    <message>
        <source>%1: its U-Net made values that are not finite (NaN or infinite) at sampler step %2, stage %3 (seed %4), though its weights are: %5</source>
        <translation>%1：其权重有限，U-Net 却在采样第 %2 步、阶段 %3（种子 %4）得到非有限的数值（NaN 或无穷）：%5</translation>
    </message>
    <message>
        <source>the sampler produced NaN or infinity (seed %1): a base model is damaged, or %2 is too narrow for it; try %3</source>
        <translation>采样器得到了非有限的数值（种子 %1）：某个基础模型已损坏，或 %2 对其不够；请尝试 %3</translation>
    </message>
    <message>
        <source>%1: its VAE made values that are not finite in %2; the picture was decoded once more in fp32</source>
        <translation>%1：其 VAE 在 %2 下得到非有限的数值；已用 fp32 重新解码图片</translation>
    </message>
    <message>
        <source>%1: its VAE made values that are not finite (NaN or infinite) from sound latents, in fp32 too; use another VAE (%2)</source>
        <translation>%1：其 VAE 由正常的潜变量得到非有限的数值（NaN 或无穷），fp32 下也是如此；请使用其他 VAE（%2）</translation>
    </message>
    <message>
        <source>the noise weights do not sum to 1; divided by their sum</source>
        <translation>噪声权重之和不为 1；已除以其总和</translation>
    </message>
    <message>
        <source>%1: expected an aggregator, found %2; check the path%3</source>
        <translation>%1：应为聚合器，但找到：%2；请检查路径%3</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1: does not say which base models it was trained with; taken as they are given</source>
        <translation>%1：未说明训练时使用的基础模型；按给出的顺序使用</translation>
    </message>
    <message>
        <source>%1: the aggregator was not trained with this model; it stands in for %2</source>
        <translation>%1：聚合器并非用此模型训练；它代替 %2</translation>
    </message>
    <message>
        <source>the aggregator was trained with these base models in another order; they run as it knows them: %1</source>
        <translation>聚合器训练时这些基础模型的顺序不同；将按其已知顺序运行：%1</translation>
    </message>
    <message>
        <source>negative prompt</source>
        <translation>反向提示词</translation>
    </message>
    <message>
        <source>the negative prompt has no part in a picture with %1</source>
        <translation>%1 时反向提示词不起作用</translation>
    </message>
    <message>
        <source>%1: its text encoder knows %2 tokens, the host&apos;s tokenizer gave number %3; choose a %4 whose tokenizer all models share</source>
        <translation>%1：其文本编码器认识 %2 个词元，主模型的分词器却给出编号 %3；请用 %4 选择分词器为所有模型共用的主模型</translation>
    </message>
    <message>
        <source>%1: its text encoder is %2 wide, its U-Net takes %3</source>
        <translation>%1：其文本编码器宽度为 %2，而 U-Net 接受 %3</translation>
    </message>
    <message>
        <source>%1: its text encoder made values that are not finite (NaN or infinite), though its weights are: %2</source>
        <translation>%1：其权重有限，文本编码器却得到非有限的数值（NaN 或无穷）：%2</translation>
    </message>
    <message>
        <source>models %1 (%2) and %3 (%4) hold the same weights (cosine %5); leave one out</source>
        <translation>模型 %1（%2）与 %3（%4）的权重相同（余弦 %5）；请去掉其中一个</translation>
    </message>
    <message>
        <source>routing gain %1%, 95% interval %2% to %3%</source>
        <translation>路由增益 %1%，95% 区间 %2% 到 %3%</translation>
    </message>
    <message>
        <source>not worth training: the models hardly differ in what they are good at (%1, under 2%)</source>
        <translation>不值得训练：各模型擅长之处几乎没有差别（%1，低于 2%）</translation>
    </message>
    <message>
        <source>not worth training as measured, but not certain: take more %1 (%2)</source>
        <translation>按此测量不值得训练，但并不确定：请增加 %1（%2）</translation>
    </message>
    <message>
        <source>probably worth training, but not certain: take more %1 (%2)</source>
        <translation>可能值得训练，但并不确定：请增加 %1（%2）</translation>
    </message>
    <message>
        <source>worth training: the models are good at different places (%1)</source>
        <translation>值得训练：各模型擅长不同之处（%1）</translation>
    </message>
    <message>
        <source>%1: holds a training run already; go on with %2, or name another folder</source>
        <translation>%1：已包含一次训练；请用 %2 继续，或指定其他文件夹</translation>
    </message>
    <message>
        <source>%1: expected the state of a training run to resume, found none; check the path, or start the run without %2</source>
        <translation>%1：应有可继续的训练状态，但没有找到；请检查路径，或不用 %2 开始训练</translation>
    </message>
    <message>
        <source>%1: holds a finished aggregator already; name another folder</source>
        <translation>%1：已有完成的聚合器；请指定其他文件夹</translation>
    </message>
    <message>
        <source>the run was trained by %1 processes and goes on with %2: its steps hold another number of pictures now</source>
        <translation>该训练原由 %1 个进程进行，现以 %2 个继续：每步的图片数量将不同</translation>
    </message>
    <message>
        <source>the training state could not be saved: %1</source>
        <translation>无法保存训练状态：%1</translation>
    </message>
    <message>
        <source>reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>models %1 and %2 hold the same weights (cosine %3): %4 and %5</source>
        <translation>模型 %1 与 %2 的权重相同（余弦 %3）：%4 和 %5</translation>
    </message>
    <message>
        <source>%1; leave one out, or say %2</source>
        <translation>%1；请去掉其中一个，或允许相同的模型（%2）</translation>
    </message>
    <message>
        <source>%1: is not the base model that %2 was started with (its weights differ); put that one back, or start a new run</source>
        <translation>%1：不是 %2 开始时使用的基础模型（权重不同）；请放回原模型，或开始新的训练</translation>
    </message>
    <message>
        <source>reading the training data</source>
        <translation>正在读取训练数据</translation>
    </message>
    <message>
        <source>the training data changed since the run was started; it goes on, but not as it would have</source>
        <translation>训练数据自运行开始后发生了变化；训练会继续，但结果将有所不同</translation>
    </message>
    <message>
        <source>%1 pictures to train on, %2 held out, %3 px</source>
        <translation>%1 张图片用于训练，%2 张留作验证，%3 px</translation>
    </message>
    <message>
        <source>%1: cannot be written (full disk or read-only folder?); training goes on, and the history is kept in memory and in the next state that can be saved</source>
        <translation>%1：无法写入（磁盘已满或文件夹只读？）；训练继续，历史记录保存在内存中和下一个可保存的状态里</translation>
    </message>
    <message>
        <source>aggregators: %1, %2 million parameters; %3 steps of %4 pictures, base models in %5, checkpointing %6</source>
        <translation>聚合器：%1 个，%2 百万参数；%3 步，每步 %4 张图片，基础模型精度 %5，重算中间值：%6</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>%1: its state is of another aggregator than asked for</source>
        <translation>%1：其状态属于另一个聚合器，与所要求的不同</translation>
    </message>
    <message>
        <source>step %1: gradients not finite (NaN or infinite), step not taken</source>
        <translation>第 %1 步：梯度非有限（NaN 或无穷），该步未执行</translation>
    </message>
    <message>
        <source>%1: stopped, but the state of step %2 could not be saved; what was saved before is still there</source>
        <translation>%1：已停止，但第 %2 步的状态无法保存；之前保存的内容仍在</translation>
    </message>
    <message>
        <source>expected at least %1 captioned pictures, of which %2 are held out for validation, found %3; add pictures, or name some for validation with %4</source>
        <translation>至少需要 %1 张带说明的图片，其中 %2 张留作验证；只找到 %3 张。请添加图片，或用 %4 指定验证图片</translation>
    </message>
    <message>
        <source>the aggregator asked for</source>
        <translation>所要求的聚合器</translation>
    </message>
    <message>
        <source>%1: expected a list that ends with these models&apos; last stage, %2, so that one noise prediction comes out</source>
        <translation>%1：列表应以这些模型的最后阶段 %2 结尾，才能得到一个噪声预测</translation>
    </message>
    <message>
        <source>the sampler&apos;s steps: expected 1 to %1, found %2</source>
        <translation>采样器步数：应为 1 到 %1，实为 %2</translation>
    </message>
    <message>
        <source>the sampler&apos;s first step: expected 0 to %1, found %2</source>
        <translation>采样器的首步：应为 0 到 %1，实为 %2</translation>
    </message>
    <message>
        <source>unknown sampler &quot;%1&quot;; expected %2</source>
        <translation>未知采样器“%1”；应为 %2</translation>
    </message>
    <message>
        <source>eta is defined for the sampler ddim only, not for %1</source>
        <translation>eta 仅适用于采样器 ddim，不适用于 %1</translation>
    </message>
    <message>
        <source>Karras noise levels are defined for dpmpp-2m and euler, not for %1</source>
        <translation>Karras 噪声级仅适用于 dpmpp-2m 和 euler，不适用于 %1</translation>
    </message>
    <message>
        <source>the sampler&apos;s steps: too many for a schedule of %1 training timesteps; use fewer</source>
        <translation>采样器步数：对 %1 个训练时间步的调度来说过多；请减少</translation>
    </message>
    <message>
        <source>%1: the timings would go there, but another file has this name; choose another %2</source>
        <translation>%1：计时数据将写入此处，但已有同名的其他文件；请用 %2 选择其他名称</translation>
    </message>
    <message>
        <source>%1: expected one or more modes</source>
        <translation>%1：应有一种或多种模式</translation>
    </message>
    <message>
        <source>%1 names a mode twice</source>
        <translation>%1 重复指定了一种模式</translation>
    </message>
    <message>
        <source>%1 and %2 exclude each other</source>
        <translation>%1 与 %2 不能同时使用</translation>
    </message>
    <message>
        <source>%1 is of one mode, not for %2</source>
        <translation>%1 只用于单一模式，不用于 %2</translation>
    </message>
    <message>
        <source>%1 with %2: one picture (%3)</source>
        <translation>%1 与 %2 同用时：只能有一张图片（%3）</translation>
    </message>
    <message>
        <source>%1: at most %2 pictures; fewer modes or %3</source>
        <translation>%1：最多 %2 张图片；请减少模式或 %3</translation>
    </message>
    <message>
        <source>%1 is for the mode %2, which %3 does not name</source>
        <translation>%1 用于模式 %2，而 %3 未指定该模式</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1: not to be changed when a run is resumed; start a new one in another folder, or leave the option out</source>
        <translation>%1：继续训练时不能更改；请在其他文件夹开始新的训练，或去掉该选项</translation>
    </message>
    <message>
        <source>no captioned pictures given (%1)</source>
        <translation>未给出带说明的图片（%1）</translation>
    </message>
    <message>
        <source>%1 must be between 0 and 1</source>
        <translation>%1 必须在 0 到 1 之间</translation>
    </message>
    <message>
        <source>no picture given (%1)</source>
        <translation>未给出图片（%1）</translation>
    </message>
    <message>
        <source>no timesteps given (%1)</source>
        <translation>未给出时间步（%1）</translation>
    </message>
    <message>
        <source>%1 names one twice</source>
        <translation>%1 中有重复项</translation>
    </message>
    <message>
        <source>a %1 per model</source>
        <translation>每个模型一个 %1</translation>
    </message>
    <message>
        <source>a whole number from 0 to 18446744073709551615</source>
        <translation>0 到 18446744073709551615 的整数</translation>
    </message>
    <message>
        <source>%1: its graph of ComfyUI has no sampler that this program knows</source>
        <translation>%1：其 ComfyUI 图中没有本程序认识的采样器</translation>
    </message>
    <message>
        <source>%1: it holds ComfyUI&apos;s `workflow` without the `prompt` that was run</source>
        <translation>%1：含有 ComfyUI 的 `workflow`，但没有实际运行的 `prompt`</translation>
    </message>
    <message>
        <source>%1: its settings of InvokeAI: image: expected an object</source>
        <translation>%1：其 InvokeAI 设置：image：应为对象</translation>
    </message>
    <message>
        <source>%1: its `parameters` are JSON of a program that this one does not know: it has no &quot;prompt&quot;</source>
        <translation>%1：其 `parameters` 是本程序不认识的程序的 JSON：没有 &quot;prompt&quot;</translation>
    </message>
    <message>
        <source>%1: its settings of SwarmUI: sui_image_params: expected an object</source>
        <translation>%1：其 SwarmUI 设置：sui_image_params：应为对象</translation>
    </message>
    <message>
        <source>the VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>no base model given (%1)</source>
        <translation>未给出基础模型（%1）</translation>
    </message>
    <message>
        <source>%1 is %2; expected weighted, add-difference or mbw</source>
        <translation>%1 为 %2；应为 weighted、add-difference 或 mbw</translation>
    </message>
    <message>
        <source>%1 is %2; expected same, fp16, bf16, fp32 or fp64</source>
        <translation>%1 为 %2；应为 same、fp16、bf16、fp32 或 fp64</translation>
    </message>
    <message>
        <source>%1 is %2; expected a preset&apos;s name (afa merge %3) or numbers</source>
        <translation>%1 为 %2；应为预设名称（afa merge %3）或数字</translation>
    </message>
    <message>
        <source>%1 and %2 are for %3, not for %4</source>
        <translation>%1 和 %2 用于 %3，不用于 %4</translation>
    </message>
    <message>
        <source>%1 is not for %2</source>
        <translation>%1 不用于 %2</translation>
    </message>
    <message>
        <source>weights must be finite numbers</source>
        <translation>权重必须是有限数值</translation>
    </message>
    <message>
        <source>no output given (%1)</source>
        <translation>未给出输出（%1）</translation>
    </message>
    <message>
        <source>%1 is %2; expected 0 or more</source>
        <translation>%1 为 %2；应为 0 或更大</translation>
    </message>
    <message>
        <source>%1: holds %2 already; go on with the search there with %3, or name another folder</source>
        <translation>%1：已包含 %2；请用 %3 继续该处的搜索，或指定其他文件夹</translation>
    </message>
    <message>
        <source>%1: the search was started with other models than lie at %2 and %3 now; put those back, or start a new search</source>
        <translation>%1：搜索开始时使用的模型与现在 %2 和 %3 处的不同；请放回原模型，或开始新的搜索</translation>
    </message>
    <message>
        <source>%1: trials: expected shares of %2 blocks, found %3</source>
        <translation>%1：trials：应有 %2 个块的份额，实为 %3</translation>
    </message>
    <message>
        <source>the merge could not be scored: expected a finite number; the pictures or the models are damaged</source>
        <translation>无法为合并评分：结果不是有限数值；图片或模型已损坏</translation>
    </message>
    <message>
        <source>the number of prompts</source>
        <translation>提示词数量</translation>
    </message>
    <message>
        <source>no folder for the search given (%1)</source>
        <translation>未给出搜索的文件夹（%1）</translation>
    </message>
    <message>
        <source>%1: expected two models (%2), found %3</source>
        <translation>%1：应有两个模型（%2），实为 %3</translation>
    </message>
    <message>
        <source>%1 is %2; expected linear or binary-mid</source>
        <translation>%1 为 %2；应为 linear 或 binary-mid</translation>
    </message>
    <message>
        <source>%1 must be one of 0, 0.1, .. 1</source>
        <translation>%1 必须是 0、0.1、.. 1 之一</translation>
    </message>
    <message>
        <source>nothing to score by: give captioned pictures (%1) or a command (%2)</source>
        <translation>没有评分依据：请给出带说明的图片（%1）或命令（%2）</translation>
    </message>
    <message>
        <source>%1 needs pictures to score: give prompts (%2, %3)</source>
        <translation>%1 需要用来评分的图片：请给出提示词（%2、%3）</translation>
    </message>
    <message>
        <source>%1 must be more than 0 and at most 86400 seconds</source>
        <translation>%1 必须大于 0 且不超过 86400 秒</translation>
    </message>
    <message>
        <source>finite numbers with commas between them</source>
        <translation>以逗号分隔的有限数值</translation>
    </message>
    <message>
        <source>%1: expected the state of a search, found no file; name the folder that the search was started with%2</source>
        <translation>%1：应有搜索状态，但没有该文件；请指定搜索开始时的文件夹%2</translation>
    </message>
    <message>
        <source>&quot;afa.merge-search&quot;</source>
        <translation>&quot;afa.merge-search&quot;</translation>
    </message>
    <message>
        <source>a list of objects</source>
        <translation>对象列表</translation>
    </message>
    <message>
        <source>%1: expected a folder of models, found %2; choose another folder, or attach the disk it is on%3</source>
        <translation>%1：应为模型文件夹，但找到：%2；请选择其他文件夹，或连接其所在的磁盘%3</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>%1: expected MODEL:FIRST-LAST,.. such as 0:0-11,1:12-24</source>
        <translation>%1：应为 模型:首步-末步,..，例如 0:0-11,1:12-24</translation>
    </message>
    <message>
        <source>%1: names model %2; there are %3, counted from 0</source>
        <translation>%1：指定了模型 %2；共有 %3 个，从 0 开始编号</translation>
    </message>
    <message>
        <source>%1: expected steps within 0-%2, found %3-%4</source>
        <translation>%1：步应在 0-%2 之内，实为 %3-%4</translation>
    </message>
    <message>
        <source>%1: step %2 has two models</source>
        <translation>%1：第 %2 步有两个模型</translation>
    </message>
    <message>
        <source>%1: step %2 has no model</source>
        <translation>%1：第 %2 步没有模型</translation>
    </message>
    <message>
        <source>a whole number that is not negative</source>
        <translation>非负整数</translation>
    </message>
    <message>
        <source>%1 is for %2, not for %3</source>
        <translation>%1 用于 %2，不用于 %3</translation>
    </message>
    <message>
        <source>%1 needs %2, such as 0:0-11,1:12-24</source>
        <translation>%1 需要 %2，例如 0:0-11,1:12-24</translation>
    </message>
    <message>
        <source>%1: a recipe&apos;s file and a recipe are given; one of them counts</source>
        <translation>%1：同时给出了配方文件和配方；只能用其中之一</translation>
    </message>
    <message>
        <source>%1 needs two or more models</source>
        <translation>%1 需要两个或更多模型</translation>
    </message>
    <message>
        <source>%1 is for several models; a merge has its first model&apos;s tokenizer</source>
        <translation>%1 用于多个模型；合并使用其第一个模型的分词器</translation>
    </message>
    <message>
        <source>%1: expected %2 numbers, one per model, whose sum is not 0%3</source>
        <translation>%1：应有 %2 个数，每个模型一个，且总和不为 0%3</translation>
    </message>
    <message>
        <source>%1 sum to %2 instead of 1; divided by it, a model would have no part%3</source>
        <translation>%1 之和为 %2 而非 1；除以该和后，某个模型将没有份额%3</translation>
    </message>
    <message>
        <source>%1 is %2; expected 1 or 2</source>
        <translation>%1 为 %2；应为 1 或 2</translation>
    </message>
    <message>
        <source>%1 must be a finite number</source>
        <translation>%1 必须是有限数值</translation>
    </message>
    <message>
        <source>%1: expected one number or %2, one per model, found %3</source>
        <translation>%1：应有一个数或 %2 个数（每个模型一个），实为 %3</translation>
    </message>
    <message>
        <source>%1 must be finite numbers</source>
        <translation>%1 必须是有限数值</translation>
    </message>
    <message>
        <source>%1: expected one or %2, one per model, found %3</source>
        <translation>%1：应有一个或 %2 个（每个模型一个），实为 %3</translation>
    </message>
    <message>
        <source>%1 is %2; expected %3</source>
        <translation>%1 为 %2；应为 %3</translation>
    </message>
    <message>
        <source>%1 is %2 but there are %3 models (single:0 to single:%4)</source>
        <translation>%1 为 %2，但共有 %3 个模型（single:0 到 single:%4）</translation>
    </message>
    <message>
        <source>%1 needs an aggregator (%2)</source>
        <translation>%1 需要聚合器（%2）</translation>
    </message>
    <message>
        <source>%1 and %2 name the same file, %3</source>
        <translation>%1 与 %2 指定了同一个文件 %3</translation>
    </message>
    <message>
        <source>%1 is %2; pictures are written as .png</source>
        <translation>%1 为 %2；图片以 .png 写入</translation>
    </message>
    <message>
        <source>%1 and %2 need %3 afa, last-block or magicfusion: %4 has no maps</source>
        <translation>%1 和 %2 需要 %3 afa、last-block 或 magicfusion：%4 没有注意力图</translation>
    </message>
    <message>
        <source>%1 is %2; with %3 the last seed would pass 2^64 - 1</source>
        <translation>%1 为 %2；在 %3 时最后的种子将超过 2^64 - 1</translation>
    </message>
    <message>
        <source>%1 is not defined for the sampler %2</source>
        <translation>%1 不适用于采样器 %2</translation>
    </message>
    <message>
        <source>%1 is defined for the sampler ddim only</source>
        <translation>%1 仅适用于采样器 ddim</translation>
    </message>
    <message>
        <source>%1 takes one picture; %2 is %3</source>
        <translation>%1 只用于一张图片；%2 为 %3</translation>
    </message>
    <message>
        <source>%1 names one .png file; with %2 give a folder</source>
        <translation>%1 指定了一个 .png 文件；在 %2 时请给出文件夹</translation>
    </message>
    <message>
        <source>%1 is %2; expected sd15 or demo</source>
        <translation>%1 为 %2；应为 sd15 或 demo</translation>
    </message>
    <message>
        <source>at most 8 base models</source>
        <translation>最多 8 个基础模型</translation>
    </message>
    <message>
        <source>%1: %2: expected %3, found %4</source>
        <translation>%1：%2：应为 %3，实为 %4</translation>
    </message>
    <message>
        <source>a path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>a list of paths</source>
        <translation>路径列表</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>%1 is %2; expected %3 to %4</source>
        <translation>%1 为 %2；应在 %3 到 %4 之间</translation>
    </message>
    <message>
        <source>%1 is %2; expected one of %3</source>
        <translation>%1 为 %2；应为 %3 之一</translation>
    </message>
    <message>
        <source>an ensemble joins at least 2 base models (%1), found %2</source>
        <translation>集成至少组合 2 个基础模型（%1），实为 %2</translation>
    </message>
    <message>
        <source>%1 base models; at most %2 run together</source>
        <translation>%1 个基础模型；最多 %2 个可同时运行</translation>
    </message>
    <message>
        <source>no training data given (%1)</source>
        <translation>未给出训练数据（%1）</translation>
    </message>
    <message>
        <source>no folder for the run given (%1)</source>
        <translation>未给出训练的文件夹（%1）</translation>
    </message>
    <message>
        <source>%1 is not a multiple of %2</source>
        <translation>%1 不是 %2 的倍数</translation>
    </message>
    <message>
        <source>%1 is %2; expected all, last or ascending numbers such as 13,24,25</source>
        <translation>%1 为 %2；应为 all、last 或递增的数字，如 13,24,25</translation>
    </message>
    <message>
        <source>%1: gradients vanish in it; use bf16 or fp32</source>
        <translation>%1：梯度会在其中消失；请使用 bf16 或 fp32</translation>
    </message>
    <message>
        <source>%1: expected a JSON object, found something else</source>
        <translation>%1：应为 JSON 对象，但找到其他内容</translation>
    </message>
    <message>
        <source>a list of numbers</source>
        <translation>数字列表</translation>
    </message>
    <message>
        <source>at most 64 numbers</source>
        <translation>最多 64 个数</translation>
    </message>
    <message>
        <source>%1: expected a training history, but it cannot be read; check its permissions</source>
        <translation>%1：应为训练历史，但无法读取；请检查权限</translation>
    </message>
    <message>
        <source>&quot;training-state&quot;</source>
        <translation>&quot;training-state&quot;</translation>
    </message>
    <message>
        <source>1 (the state was written by a newer program)</source>
        <translation>1（该状态由更新版本的程序写入）</translation>
    </message>
    <message>
        <source>%1 is %2; expected auto, cpu, cuda or cuda:I</source>
        <translation>%1 为 %2；应为 auto、cpu、cuda 或 cuda:I</translation>
    </message>
    <message>
        <source>%1 is %2; expected auto, fp32, bf16 or fp16</source>
        <translation>%1 为 %2；应为 auto、fp32、bf16 或 fp16</translation>
    </message>
    <message>
        <source>%1 is %2; expected 0 (all cores) to 4096</source>
        <translation>%1 为 %2；应为 0（所有核心）到 4096</translation>
    </message>
    <message>
        <source>%1 is not valid UTF-8 text</source>
        <translation>%1 不是有效的 UTF-8 文本</translation>
    </message>
    <message>
        <source>%1 base model; expected %2 or more</source>
        <translation>%1 个基础模型；应为 %2 个或更多</translation>
    </message>
    <message>
        <source>%1 is %2; expected 0 to %3</source>
        <translation>%1 为 %2；应在 0 到 %3 之间</translation>
    </message>
    <message>
        <source>%1 would replace a file of %2 %3: %4; choose another name</source>
        <translation>%1 会替换属于 %2 %3 的文件：%4；请选择其他名称</translation>
    </message>
    <message>
        <source>%1 is %2; expected a name ending in .png or .svg</source>
        <translation>%1 为 %2；名称应以 .png 或 .svg 结尾</translation>
    </message>
    <message>
        <source>%1: the model is written as safetensors, which %2 does not mean; name it .safetensors</source>
        <translation>%1：模型以 safetensors 格式写入，而 %2 不表示该格式；请使用 .safetensors 扩展名</translation>
    </message>
    <message>
        <source>the models&apos; U-Nets differ: model 0 has %1; model %2 has %3. Only models of one architecture can be joined</source>
        <translation>各模型的 U-Net 不同：模型 0 为 %1；模型 %2 为 %3。只有结构相同的模型才能组合</translation>
    </message>
    <message>
        <source>the aggregator does not fit the models: it is made for %1 %2, the models have %3</source>
        <translation>聚合器与模型不匹配：它适用于%1 %2，而模型为 %3</translation>
    </message>
    <message>
        <source>the aggregator joins %1 models, %2 were given</source>
        <translation>聚合器组合 %1 个模型，但给出了 %2 个</translation>
    </message>
    <message>
        <source>text width</source>
        <translation>文本宽度</translation>
    </message>
    <message>
        <source>time embedding width</source>
        <translation>时间嵌入宽度</translation>
    </message>
    <message>
        <source>the aggregator does not fit the models: it joins stage %1, the models have %2 stages</source>
        <translation>聚合器与模型不匹配：它组合阶段 %1，而模型有 %2 个阶段</translation>
    </message>
    <message>
        <source>stage %1 of width</source>
        <translation>阶段 %1 的宽度</translation>
    </message>
    <message>
        <source>mode %1: expected an index from 0 to 0, as there is 1 model</source>
        <translation>模式 %1：索引应为 0 到 0，因为有 1 个模型</translation>
    </message>
    <message>
        <source>mode %1: expected an index from 0 to %2, as there are %3 models</source>
        <translation>模式 %1：索引应为 0 到 %2，因为有 %3 个模型</translation>
    </message>
    <message>
        <source>unknown mode &quot;%1&quot;: expected afa, single:I, block-average, noise-average or last-block</source>
        <translation>未知模式“%1”：应为 afa、single:I、block-average、noise-average 或 last-block</translation>
    </message>
    <message>
        <source>an ensemble takes 1 to %1 models, found %2</source>
        <translation>集成可含 1 到 %1 个模型，实为 %2</translation>
    </message>
    <message>
        <source>weights of a noise average: expected one for each of %1 models, found %2</source>
        <translation>噪声平均的权重：%1 个模型应各有一个，实为 %2</translation>
    </message>
    <message>
        <source>mode single:%1: there are %2 models, counted from 0</source>
        <translation>模式 single:%1：共有 %2 个模型，从 0 开始编号</translation>
    </message>
    <message>
        <source>modes afa and last-block need an aggregator, none was given</source>
        <translation>模式 afa 和 last-block 需要聚合器，但没有给出</translation>
    </message>
    <message>
        <source>the aggregator does not join the last stage, %1, so that the models&apos; noise predictions would stay apart; use one whose stages hold it</source>
        <translation>聚合器不组合最后阶段 %1，各模型的噪声预测将保持分离；请使用包含该阶段的聚合器</translation>
    </message>
    <message>
        <source>expected one text per model, %1, found %2</source>
        <translation>每个模型应有一段文本，共 %1 段，实为 %2</translation>
    </message>
    <message>
        <source>text of a model: expected [B, L, %1], found %2</source>
        <translation>模型的文本：应为 [B, L, %1]，实为 %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>the ensemble has no text yet</source>
        <translation>集成还没有文本</translation>
    </message>
    <message>
        <source>expected x [B, 4, h, w], timesteps [B] and texts [B, L, D], found %1, %2 and %3</source>
        <translation>应为 x [B, 4, h, w]、timesteps [B] 和 texts [B, L, D]，实为 %1、%2 和 %3</translation>
    </message>
    <message>
        <source>MagicFusion&apos;s mode: expected 1 or 2, found %1</source>
        <translation>MagicFusion 的模式：应为 1 或 2，实为 %1</translation>
    </message>
    <message>
        <source>MagicFusion: expected two or more models and one k for each, found %1 models and %2 k</source>
        <translation>MagicFusion：应有两个或更多模型，且各有一个 k，实为 %1 个模型和 %2 个 k</translation>
    </message>
    <message>
        <source>aggregator file: no tensor %1, which its config calls for</source>
        <translation>聚合器文件：没有其配置所需的张量 %1</translation>
    </message>
    <message>
        <source>aggregator file: %1: expected %2, found %3</source>
        <translation>聚合器文件：%1：应为 %2，实为 %3</translation>
    </message>
    <message>
        <source>aggregator file: %1 holds values beyond fp32, in which an aggregator runs; use another</source>
        <translation>聚合器文件：%1 含有超出 fp32 的值，而聚合器以 fp32 运行；请使用其他文件</translation>
    </message>
    <message>
        <source>aggregator file: expected %1 tensors for its config, found %2</source>
        <translation>聚合器文件：按其配置应有 %1 个张量，实为 %2</translation>
    </message>
    <message>
        <source>aggregator: expected time embeddings and texts of %1 models, found %2 and %3</source>
        <translation>聚合器：应有 %1 个模型的时间嵌入和文本，实为 %2 和 %3</translation>
    </message>
    <message>
        <source>aggregator: stage %1 has no SABW</source>
        <translation>聚合器：阶段 %1 没有 SABW</translation>
    </message>
    <message>
        <source>aggregator, stage %1: expected %2 features [B, %3, h, w], found %4%5</source>
        <translation>聚合器，阶段 %1：应有 %2 个特征 [B, %3, h, w]，实为 %4%5</translation>
    </message>
    <message>
        <source> of %1</source>
        <translation>（%1）</translation>
    </message>
    <message>
        <source>%1: expected F32 [%2, h, w], found %3 %4</source>
        <translation>%1：应为 F32 [%2, h, w]，实为 %3 %4</translation>
    </message>
    <message>
        <source>%1: expected the size of the other timesteps, %2 x %3, found %4 x %5</source>
        <translation>%1：应与其他时间步的大小 %2 x %3 相同，实为 %4 x %5</translation>
    </message>
    <message>
        <source>%1: expected finite values of 0 or less, found %2</source>
        <translation>%1：应为不大于 0 的有限数值，实为 %2</translation>
    </message>
    <message>
        <source>picture: expected U8 [H, W, 3], found %1 %2</source>
        <translation>picture：应为 U8 [H, W, 3]，实为 %1 %2</translation>
    </message>
    <message>
        <source>%1: not a capability file: expected afa.format &quot;capability&quot;, found &quot;%2&quot;</source>
        <translation>%1：不是去噪能力文件：afa.format 应为“capability”，实为“%2”</translation>
    </message>
    <message>
        <source>%1: expected version 1 of the capability format, found %2; a newer program wrote this file</source>
        <translation>%1：去噪能力格式应为版本 1，实为 %2；该文件由更新版本的程序写入</translation>
    </message>
    <message>
        <source>1 to %1 names</source>
        <translation>1 到 %1 个名称</translation>
    </message>
    <message>
        <source>afa.noise_samples: expected a whole number</source>
        <translation>afa.noise_samples：应为整数</translation>
    </message>
    <message>
        <source>expected tensors named capability.&lt;timestep&gt;, found %1</source>
        <translation>张量名称应为 capability.&lt;timestep&gt;，实为 %1</translation>
    </message>
    <message>
        <source>expected tensors named capability.&lt;timestep&gt;, found none</source>
        <translation>应有名为 capability.&lt;timestep&gt; 的张量，但没有找到</translation>
    </message>
    <message>
        <source>a sheet shows 1 to %1 models; there are %2</source>
        <translation>一张图表显示 1 到 %1 个模型；共有 %2 个</translation>
    </message>
    <message>
        <source>there is no timestep to draw</source>
        <translation>没有可绘制的时间步</translation>
    </message>
    <message>
        <source>the sheet would have %1 x %2 pixels, more than 200 megapixels; choose fewer timesteps</source>
        <translation>图表将有 %1 x %2 像素，超过 2 亿像素；请减少时间步</translation>
    </message>
    <message>
        <source>the scorer&apos;s command &quot;%1&quot;</source>
        <translation>评分命令“%1”</translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>%1 无法启动：%2</translation>
    </message>
    <message>
        <source>%1 was ended after %2 seconds without a result; make it faster or allow it more time</source>
        <translation>%1 在 %2 秒后仍无结果，已终止；请加快它，或允许更长时间</translation>
    </message>
    <message>
        <source>%1: expected one number on standard output, found more than %2 bytes: &quot;%3&quot;</source>
        <translation>%1：标准输出应为一个数，但超过 %2 字节：“%3”</translation>
    </message>
    <message>
        <source>%1 failed with status %2</source>
        <translation>%1 失败，状态 %2</translation>
    </message>
    <message>
        <source>%1 failed with status %2: %3</source>
        <translation>%1 失败，状态 %2：%3</translation>
    </message>
    <message>
        <source>%1: expected one finite number on standard output, found %2</source>
        <translation>%1：标准输出应为一个有限数值，但得到：%2</translation>
    </message>
    <message>
        <source>the sheet would have %1 x %2 pixels, more than 200 megapixels; choose fewer pictures or a smaller side</source>
        <translation>图表将有 %1 x %2 像素，超过 2 亿像素；请减少图片或缩小边长</translation>
    </message>
    <message>
        <source>the pictures of a sheet are %1 to %2 pixels on their longer side, not %3</source>
        <translation>图表中图片的长边为 %1 到 %2 像素，而不是 %3</translation>
    </message>
    <message>
        <source>there is no picture to put on the sheet</source>
        <translation>没有可放入图表的图片</translation>
    </message>
    <message>
        <source>the maps record has no step %1; it has steps %2</source>
        <translation>注意力图记录中没有第 %1 步；有第 %2 步</translation>
    </message>
    <message>
        <source>the maps record has no stage %1; it has stages %2</source>
        <translation>注意力图记录中没有阶段 %1；有阶段 %2</translation>
    </message>
    <message>
        <source>a sheet shows 1 to %1 models; the record has %2</source>
        <translation>一张图表显示 1 到 %1 个模型；记录中有 %2 个</translation>
    </message>
    <message>
        <source>a map on a sheet is %1 to %2 pixels long; %3 was asked for</source>
        <translation>图表中的注意力图长 %1 到 %2 像素；所要求的是 %3</translation>
    </message>
    <message>
        <source>a sheet&apos;s scale is 1 to %1; %2 was asked for</source>
        <translation>图表的缩放为 1 到 %1；所要求的是 %2</translation>
    </message>
    <message>
        <source>the record has one half only (0): the picture was made without guidance, or by MagicFusion, whose mask is of both halves</source>
        <translation>记录只有一半（0）：图片未使用引导，或由 MagicFusion 生成，其掩码为两半共用</translation>
    </message>
    <message>
        <source>halves of a record are 0 (with prompt) and 1 (without); %1 was asked for</source>
        <translation>记录的两半为 0（有提示词）和 1（无）；所要求的是 %1</translation>
    </message>
    <message>
        <source>the record has no maps to draw: no stage was joined by an aggregator</source>
        <translation>记录中没有可绘制的注意力图：没有任何阶段由聚合器组合</translation>
    </message>
    <message>
        <source>the sheet would have %1 x %2 pixels, more than 200 megapixels; choose fewer stages or steps, or a smaller cell or scale</source>
        <translation>图表将有 %1 x %2 像素，超过 2 亿像素；请减少阶段或步数，或缩小单元格或缩放</translation>
    </message>
    <message>
        <source>routing gain: no pictures were measured</source>
        <translation>路由增益：没有测量任何图片</translation>
    </message>
    <message>
        <source>routing gain: expected two noise samples or more, found %1</source>
        <translation>路由增益：应有两个或更多噪声样本，实为 %1</translation>
    </message>
    <message>
        <source>routing gain: a picture&apos;s errors differ in number from the others&apos;</source>
        <translation>路由增益：某张图片的误差数量与其他图片不同</translation>
    </message>
    <message>
        <source>&quot;paper&quot; or &quot;release&quot;</source>
        <translation>&quot;paper&quot; 或 &quot;release&quot;</translation>
    </message>
    <message>
        <source>%1: not an aggregator: expected the metadata afa.format &quot;aggregator&quot;, found %2</source>
        <translation>%1：不是聚合器：元数据 afa.format 应为“aggregator”，实为 %2</translation>
    </message>
    <message>
        <source>%1: expected version 1 of the aggregator format, found %2; a newer program wrote this file</source>
        <translation>%1：聚合器格式应为版本 1，实为 %2；该文件由更新版本的程序写入</translation>
    </message>
    <message>
        <source>%1: afa.base_models: expected %2 models, found %3</source>
        <translation>%1：afa.base_models：应有 %2 个模型，实为 %3</translation>
    </message>
    <message>
        <source>%1: tensor &quot;%2&quot; %3</source>
        <translation>%1：张量“%2”%3</translation>
    </message>
    <message>
        <source>%1: num_experts: expected the %2 of model_config.json, found %3</source>
        <translation>%1：num_experts：应与 model_config.json 中的 %2 相同，实为 %3</translation>
    </message>
    <message>
        <source>%1: expected the sizes of aggregator_0/config.json, found others</source>
        <translation>%1：大小应与 aggregator_0/config.json 相同，但不同</translation>
    </message>
    <message>
        <source>%1 (aggregator)</source>
        <translation>%1（聚合器）</translation>
    </message>
    <message>
        <source>%1: the aggregator&apos;s tensors and its config disagree: %2</source>
        <translation>%1：聚合器的张量与其配置不一致：%2</translation>
    </message>
    <message>
        <source>%1: not an aggregator: expected a .safetensors file, or a directory with model_config.json and aggregator_0, found neither in this directory</source>
        <translation>%1：不是聚合器：应为 .safetensors 文件，或含 model_config.json 和 aggregator_0 的目录，此目录中两者皆无</translation>
    </message>
    <message>
        <source>%1: made for %2 base models, found %3; give as many %4 as the aggregator joins</source>
        <translation>%1：适用于 %2 个基础模型，但给出了 %3 个；请给出与聚合器数量相同的模型（%4）</translation>
    </message>
    <message>
        <source>expected %1 from 1 to %2, found %3</source>
        <translation>%1应在 1 到 %2 之间，实为 %3</translation>
    </message>
    <message>
        <source>base models</source>
        <translation>基础模型数</translation>
    </message>
    <message>
        <source>a hidden size</source>
        <translation>隐藏宽度</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>注意力头数</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>a text width</source>
        <translation>文本宽度</translation>
    </message>
    <message>
        <source>a time embedding width</source>
        <translation>时间嵌入宽度</translation>
    </message>
    <message>
        <source>a time width</source>
        <translation>时间宽度</translation>
    </message>
    <message>
        <source>a hidden time width</source>
        <translation>时间隐藏宽度</translation>
    </message>
    <message>
        <source>expected an even width of the time sinusoid, found %1</source>
        <translation>时间正弦编码的宽度应为偶数，实为 %1</translation>
    </message>
    <message>
        <source>expected a hidden size divisible by the heads, found %1 and %2</source>
        <translation>隐藏宽度应能被注意力头数整除，实为 %1 和 %2</translation>
    </message>
    <message>
        <source>expected a hidden size divisible by the 32 groups of the release layout, found %1</source>
        <translation>隐藏宽度应能被 release 结构的 32 个组整除，实为 %1</translation>
    </message>
    <message>
        <source>expected one channel count for each aggregated stage, found %1 stages and %2 channel counts</source>
        <translation>每个聚合阶段应有一个通道数，实为 %1 个阶段和 %2 个通道数</translation>
    </message>
    <message>
        <source>expected ascending stages from 1 without repetition</source>
        <translation>阶段应从 1 起递增且不重复</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>通道数</translation>
    </message>
    <message>
        <source>%1: the authors&apos; layout cannot hold this aggregator: %2</source>
        <translation>%1：作者的格式无法容纳此聚合器：%2</translation>
    </message>
    <message>
        <source>expected the release layout, found the paper layout; the two are different networks</source>
        <translation>应为 release 结构，但找到 paper 结构；两者是不同的网络</translation>
    </message>
    <message>
        <source>expected weights per position, found one weight per stage (spatial off)</source>
        <translation>应为每个位置一个权重，但找到每个阶段一个权重（spatial 关闭）</translation>
    </message>
    <message>
        <source>expected all stages from 1, found no stage %1</source>
        <translation>应有从 1 起的所有阶段，但没有阶段 %1</translation>
    </message>
    <message>
        <source>the aggregator was made for %1 models, %2 are given</source>
        <translation>聚合器适用于 %1 个模型，但给出了 %2 个</translation>
    </message>
    <message>
        <source>the model %1 (%2) is none of those the aggregator was made for: expected %3; use that model, or allow other models (%4)</source>
        <translation>模型 %1（%2）不是聚合器所适用的模型：应为 %3；请使用该模型，或允许其他模型（%4）</translation>
    </message>
    <message>
        <source>%1: cannot write: %2</source>
        <translation>%1：无法写入：%2</translation>
    </message>
    <message>
        <source>%1; the old file is untouched</source>
        <translation>%1；旧文件未被改动</translation>
    </message>
    <message>
        <source>, %1 available</source>
        <translation>，可用 %1 字节</translation>
    </message>
    <message>
        <source>file size limit reached: %1 bytes wanted%2</source>
        <translation>达到文件大小上限：需要 %1 字节%2</translation>
    </message>
    <message>
        <source>disk full: %1 bytes wanted%2</source>
        <translation>磁盘已满：需要 %1 字节%2</translation>
    </message>
    <message>
        <source>%1: cannot write: a directory of this name exists</source>
        <translation>%1：无法写入：已有同名文件夹</translation>
    </message>
    <message>
        <source>%1: cannot write: a device or pipe of this name exists; name a file</source>
        <translation>%1：无法写入：已有同名的设备或管道；请指定文件</translation>
    </message>
    <message>
        <source>%1: cannot write: there is no folder %2; create it first</source>
        <translation>%1：无法写入：文件夹 %2 不存在；请先创建</translation>
    </message>
    <message>
        <source>%1: cannot write in the folder %2: %3</source>
        <translation>%1：无法在文件夹 %2 中写入：%3</translation>
    </message>
    <message>
        <source>%1: truncated: expected %2 bytes at byte %3, found %4; download it again</source>
        <translation>%1：文件被截断：在第 %3 字节处应有 %2 字节，实际为 %4；请重新下载</translation>
    </message>
    <message>
        <source>give another VAE with %1, or a model that has one as the host (%2; in the window: Library, Make host)</source>
        <translation>请用 %1 指定其他 VAE，或以带有 VAE 的模型为主模型（%2；在窗口中：模型库，设为主模型）</translation>
    </message>
    <message>
        <source>it has to come with the U-Net: give a checkpoint that holds both, or the model&apos;s diffusers directory</source>
        <translation>它须与 U-Net 一同提供：请给出两者兼有的检查点，或模型的 diffusers 目录</translation>
    </message>
    <message>
        <source>give a complete checkpoint with %1; a VAE alone goes to %2</source>
        <translation>请用 %1 给出完整的检查点；单独的 VAE 用 %2</translation>
    </message>
    <message>
        <source>%1: expected a Stable Diffusion model, found %2 tensors, none of a U-Net, VAE or text encoder</source>
        <translation>%1：应为 Stable Diffusion 模型，但找到 %2 个张量，均不属于 U-Net、VAE 或文本编码器</translation>
    </message>
    <message>
        <source>%1; &quot;%2&quot; %3</source>
        <translation>%1；“%2”%3</translation>
    </message>
    <message>
        <source>U-Net</source>
        <translation>U-Net</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>text encoder</source>
        <translation>文本编码器</translation>
    </message>
    <message>
        <source>%1: its U-Net has another architecture than that of %2: expected %3; found %4. Only models of one architecture can be joined or compared</source>
        <translation>%1：其 U-Net 的结构与 %2 不同：应为 %3，实为 %4。只有结构相同的模型才能组合或比较</translation>
    </message>
    <message>
        <source>%1: expected %2, found %3</source>
        <translation>%1：应为 %2，实为 %3</translation>
    </message>
    <message>
        <source>%1: expected floating-point values, found %2</source>
        <translation>%1：应为浮点值，实为 %2</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1, ..</source>
        <translation>%1、..</translation>
    </message>
    <message>
        <source>%1 tensors missing (%2)</source>
        <translation>缺少 %1 个张量（%2）</translation>
    </message>
    <message>
        <source>%1 tensors unexpected (%2)</source>
        <translation>多出 %1 个张量（%2）</translation>
    </message>
    <message>
        <source>%1 tensors of another shape or type (%2)</source>
        <translation>%1 个张量的形状或类型不同（%2）</translation>
    </message>
    <message>
        <source>all tensors as expected</source>
        <translation>所有张量均符合预期</translation>
    </message>
    <message>
        <source>%1: expected a model file or directory, found nothing; check the path (models are not downloaded)%2</source>
        <translation>%1：没有模型文件或目录；请检查路径（不会自动下载模型）%2</translation>
    </message>
    <message>
        <source>%1: %2 is not supported as a base model; this program runs Stable Diffusion 1.x models</source>
        <translation>%1：不支持将 %2 用作基础模型；本程序运行 Stable Diffusion 1.x 模型</translation>
    </message>
    <message>
        <source>%1: expected a diffusers model (model_index.json) or one of its components (config.json), found neither</source>
        <translation>%1：应为 diffusers 模型（model_index.json）或其组件（config.json），两者皆无</translation>
    </message>
    <message>
        <source>%1: expected the config of a U-Net (UNet2DConditionModel), VAE (AutoencoderKL) or CLIP text encoder, found another</source>
        <translation>%1：应为 U-Net（UNet2DConditionModel）、VAE（AutoencoderKL）或 CLIP 文本编码器的配置，但找到其他配置</translation>
    </message>
    <message>
        <source>%1 has no %2, only: %3; %4</source>
        <translation>%1 没有%2，只有：%3；%4</translation>
    </message>
    <message>
        <source>%1: expected a folder of weights, found none</source>
        <translation>%1：应有权重文件夹，但没有找到</translation>
    </message>
    <message>
        <source>%1: expected %2, found neither; the download is incomplete</source>
        <translation>%1：应有 %2，均未找到；下载不完整</translation>
    </message>
    <message>
        <source>%1: %2: expected the name of a file in the same folder, found &quot;%3&quot;</source>
        <translation>%1：%2：应为同一文件夹中的文件名，实为“%3”</translation>
    </message>
    <message>
        <source>%1: weight_map: expected tensors, found none</source>
        <translation>%1：weight_map：应有张量，但没有找到</translation>
    </message>
    <message>
        <source>%1: expected the tensor %2, which %3 says is in this file, found none</source>
        <translation>%1：据 %3，此文件中应有张量 %2，但没有找到</translation>
    </message>
    <message>
        <source>%1: expected vocab.json and merges.txt, or tokenizer.json, found neither</source>
        <translation>%1：应有 vocab.json 和 merges.txt，或 tokenizer.json，均未找到</translation>
    </message>
    <message>
        <source>%1: %2: expected %3 as in Stable Diffusion 1.x, found %4; this program does not run such a model</source>
        <translation>%1：%2：应如 Stable Diffusion 1.x 为 %3，实为 %4；本程序不运行此类模型</translation>
    </message>
    <message>
        <source>none (diffusers&apos; default is another)</source>
        <translation>无（diffusers 的默认值不同）</translation>
    </message>
    <message>
        <source>a noise schedule</source>
        <translation>噪声调度</translation>
    </message>
    <message>
        <source>the name is too long; systems take 255 bytes for a name and about 4000 for a path</source>
        <translation>名称过长；系统允许名称最多 255 字节，路径约 4000 字节</translation>
    </message>
    <message>
        <source>its links lead in a circle; name the file or folder itself</source>
        <translation>链接构成循环；请直接指定文件或文件夹本身</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有该文件或目录</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是目录</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是一个目录</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>只读文件系统</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>输入/输出错误</translation>
    </message>
    <message>
        <source>%1: cannot be read: %2</source>
        <translation>%1：无法读取：%2</translation>
    </message>
    <message>
        <source>%1: cannot be used: %2</source>
        <translation>%1：无法使用：%2</translation>
    </message>
    <message>
        <source>a file or folder</source>
        <translation>某个文件或文件夹</translation>
    </message>
    <message>
        <source>; &quot;%1&quot; was not expanded by the shell: write the folder itself</source>
        <translation>；“%1”未被 shell 展开：请直接写出文件夹</translation>
    </message>
    <message>
        <source>; &quot;~&quot; was not expanded, as in quotes: write %1</source>
        <translation>；“~”未被展开（例如写在引号中）：请写 %1</translation>
    </message>
    <message>
        <source>%1: cannot write there%2, or ./%3 if that is meant</source>
        <translation>%1：无法写入该处%2，如确有此意请写 ./%3</translation>
    </message>
    <message>
        <source>%1: %2: expected floating-point values, found %3; convert the model to F16 or F32</source>
        <translation>%1：%2：应为浮点值，实为 %3；请将模型转换为 F16 或 F32</translation>
    </message>
    <message>
        <source>1 value in 1 tensor is NaN or infinite, the first in &quot;%1&quot; (%2 NaN, %3 infinite)</source>
        <translation>1 个张量中有 1 个值为 NaN 或无穷，第一个在“%1”中（%2 个 NaN，%3 个无穷）</translation>
    </message>
    <message>
        <source>%1 values in 1 tensor are NaN or infinite, the first in &quot;%2&quot; (%3 NaN, %4 infinite)</source>
        <translation>1 个张量中有 %1 个值为 NaN 或无穷，第一个在“%2”中（%3 个 NaN，%4 个无穷）</translation>
    </message>
    <message>
        <source>%1 values in %2 tensors are NaN or infinite, the first in &quot;%3&quot; (%4 NaN, %5 infinite)</source>
        <translation>%2 个张量中有 %1 个值为 NaN 或无穷，第一个在“%3”中（%4 个 NaN，%5 个无穷）</translation>
    </message>
    <message>
        <source>%1: the weights are damaged: %2; get %3 anew, or use another</source>
        <translation>%1：权重已损坏：%2；请重新获取 %3，或使用其他文件</translation>
    </message>
    <message>
        <source>the weights are damaged: %1</source>
        <translation>权重已损坏：%1</translation>
    </message>
    <message>
        <source>%1: another program works in this folder; wait until it ends, or name another folder</source>
        <translation>%1：另一个程序正在此文件夹中工作；请等待其结束，或指定其他文件夹</translation>
    </message>
    <message>
        <source>%1: not a checkpoint file: %2</source>
        <translation>%1：不是检查点文件：%2</translation>
    </message>
    <message>
        <source> of %1 bytes</source>
        <translation>（%1 字节）</translation>
    </message>
    <message>
        <source>a GGUF file (llama.cpp)</source>
        <translation>GGUF 文件（llama.cpp）</translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>JPEG 图片</translation>
    </message>
    <message>
        <source>an HDF5 file (Keras)</source>
        <translation>HDF5 文件（Keras）</translation>
    </message>
    <message>
        <source>a gzip archive; unpack it first</source>
        <translation>gzip 压缩包；请先解压</translation>
    </message>
    <message>
        <source>a 7z archive; unpack it first</source>
        <translation>7z 压缩包；请先解压</translation>
    </message>
    <message>
        <source>a RAR archive; unpack it first</source>
        <translation>RAR 压缩包；请先解压</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>the file is empty; download it again</source>
        <translation>文件为空；请重新下载</translation>
    </message>
    <message>
        <source>a git-LFS pointer to a file%1, not the file itself; run `git lfs pull` or download the file</source>
        <translation>这是指向文件%1的 git-LFS 指针，而非文件本身；请运行 `git lfs pull` 或下载该文件</translation>
    </message>
    <message>
        <source>an HTML page, as a failed download leaves; download it again</source>
        <translation>这是下载失败时留下的 HTML 页面；请重新下载</translation>
    </message>
    <message>
        <source>it begins with zero bytes only, as an interrupted download leaves; download it again</source>
        <translation>文件开头全为零字节，可能是下载中断所致；请重新下载</translation>
    </message>
    <message>
        <source>%1: expected a JSON object, found another JSON value</source>
        <translation>%1：应为 JSON 对象，但找到其他 JSON 值</translation>
    </message>
    <message>
        <source>%1: %2: expected %3, found nothing</source>
        <translation>%1：%2：应为%3，但没有找到</translation>
    </message>
    <message>
        <source>%1: %2: expected %3, found %4%5</source>
        <translation>%1：%2：应为%3，实为 %4%5</translation>
    </message>
    <message>
        <source>; a decimal fraction takes a point and no quotes: 0.5</source>
        <translation>；小数用小数点且不加引号：0.5</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1 到 %2 的整数</translation>
    </message>
    <message>
        <source>whole numbers from %1 to %2</source>
        <translation>%1 到 %2 的整数</translation>
    </message>
    <message>
        <source>a string</source>
        <translation>字符串</translation>
    </message>
    <message>
        <source>a list of strings</source>
        <translation>字符串列表</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>%1: cannot open: %2%3</source>
        <translation>%1：无法打开：%2%3</translation>
    </message>
    <message>
        <source>%1: not a regular file</source>
        <translation>%1：不是普通文件</translation>
    </message>
    <message>
        <source>%1: damaged maps file: %2</source>
        <translation>%1：注意力图文件已损坏：%2</translation>
    </message>
    <message>
        <source>%1: expected weights from 0 to 1, found %2</source>
        <translation>%1：权重应在 0 到 1 之间，实为 %2</translation>
    </message>
    <message>
        <source>%1: expected weights that sum to 1 over the models, found %2</source>
        <translation>%1：各模型权重之和应为 1，实为 %2</translation>
    </message>
    <message>
        <source>%1: stages</source>
        <translation>%1：stages</translation>
    </message>
    <message>
        <source>all stages from 1, ascending</source>
        <translation>从 1 起递增的所有阶段</translation>
    </message>
    <message>
        <source>%1: %2: expected %3 weights, found %4</source>
        <translation>%1：%2：应有 %3 个权重，实为 %4</translation>
    </message>
    <message>
        <source>%1: not a maps file: expected afa.format &quot;maps&quot;, found &quot;%2&quot;</source>
        <translation>%1：不是注意力图文件：afa.format 应为“maps”，实为“%2”</translation>
    </message>
    <message>
        <source>%1: expected version 1 of the maps format, found %2; a newer program wrote this file</source>
        <translation>%1：注意力图格式应为版本 1，实为 %2；该文件由更新版本的程序写入</translation>
    </message>
    <message>
        <source>at most %1 of them</source>
        <translation>最多 %1 个</translation>
    </message>
    <message>
        <source>expected tensors named step.&lt;s&gt;.stage.&lt;j&gt;, found %1</source>
        <translation>张量名称应为 step.&lt;s&gt;.stage.&lt;j&gt;，实为 %1</translation>
    </message>
    <message>
        <source>%1: expected steps below %2 and stages from 1 to %3</source>
        <translation>%1：步应小于 %2，阶段应在 1 到 %3 之间</translation>
    </message>
    <message>
        <source>%1: expected F16 [%2, %3, h, w], found %4 %5</source>
        <translation>%1：应为 F16 [%2, %3, h, w]，实为 %4 %5</translation>
    </message>
    <message>
        <source>%1 (%2 %3, expected %4)</source>
        <translation>%1（%2 %3，应为 %4）</translation>
    </message>
    <message>
        <source>%1: expected the config of a %2, found a %3</source>
        <translation>%1：应为 %2 的配置，实为 %3 的配置</translation>
    </message>
    <message>
        <source>one number for each of %1 levels</source>
        <translation>%1 层各一个数</translation>
    </message>
    <message>
        <source>1 to %1 widths</source>
        <translation>1 到 %1 个宽度</translation>
    </message>
    <message>
        <source>one block type for each of %1 levels</source>
        <translation>%1 层各一个块类型</translation>
    </message>
    <message>
        <source>the block type %1 in %2</source>
        <translation>%2 中的块类型 %1</translation>
    </message>
    <message>
        <source>%1: block_out_channels: expected multiples of the %2 groups of norm_num_groups, found %3</source>
        <translation>%1：block_out_channels：应为 norm_num_groups 的 %2 个组的倍数，实为 %3</translation>
    </message>
    <message>
        <source>%1: expected 1 to %2 levels, found %3</source>
        <translation>%1：应有 1 到 %2 层，实为 %3</translation>
    </message>
    <message>
        <source>%1: expected 1 to %2 layers, found %3</source>
        <translation>%1：应有 1 到 %2 个子层，实为 %3</translation>
    </message>
    <message>
        <source>%1: expected widths up to %2, found %3</source>
        <translation>%1：宽度应不超过 %2，实为 %3</translation>
    </message>
    <message>
        <source>an SDXL-like added embedding</source>
        <translation>类似 SDXL 的附加嵌入</translation>
    </message>
    <message>
        <source>SDXL-like transformer depth</source>
        <translation>类似 SDXL 的 Transformer 深度</translation>
    </message>
    <message>
        <source>dual cross-attention</source>
        <translation>双重交叉注意力</translation>
    </message>
    <message>
        <source>cross-attention without self-attention</source>
        <translation>没有自注意力的交叉注意力</translation>
    </message>
    <message>
        <source>a class embedding</source>
        <translation>类别嵌入</translation>
    </message>
    <message>
        <source>a concatenated class embedding</source>
        <translation>拼接的类别嵌入</translation>
    </message>
    <message>
        <source>a projection of the text states</source>
        <translation>文本状态的投影</translation>
    </message>
    <message>
        <source>a norm of the text states</source>
        <translation>文本状态的归一化</translation>
    </message>
    <message>
        <source>another time embedding</source>
        <translation>其他时间嵌入</translation>
    </message>
    <message>
        <source>another time embedding width</source>
        <translation>其他时间嵌入宽度</translation>
    </message>
    <message>
        <source>a guidance embedding (latent consistency model)</source>
        <translation>引导嵌入（潜在一致性模型）</translation>
    </message>
    <message>
        <source>a centred input</source>
        <translation>居中的输入</translation>
    </message>
    <message>
        <source>the other order of sine and cosine</source>
        <translation>正弦与余弦的另一种顺序</translation>
    </message>
    <message>
        <source>a shifted time embedding</source>
        <translation>偏移的时间嵌入</translation>
    </message>
    <message>
        <source>another downsampling</source>
        <translation>其他下采样</translation>
    </message>
    <message>
        <source>a scaled mid block</source>
        <translation>缩放的中间块</translation>
    </message>
    <message>
        <source>another mid block</source>
        <translation>其他中间块</translation>
    </message>
    <message>
        <source>another activation</source>
        <translation>其他激活函数</translation>
    </message>
    <message>
        <source>scale-shift time conditioning</source>
        <translation>缩放平移式时间条件</translation>
    </message>
    <message>
        <source>another time conditioning</source>
        <translation>其他时间条件</translation>
    </message>
    <message>
        <source>scaled residual blocks</source>
        <translation>缩放的残差块</translation>
    </message>
    <message>
        <source>another kernel of conv_in</source>
        <translation>其他 conv_in 卷积核</translation>
    </message>
    <message>
        <source>another kernel of conv_out</source>
        <translation>其他 conv_out 卷积核</translation>
    </message>
    <message>
        <source>another kind of attention</source>
        <translation>其他类型的注意力</translation>
    </message>
    <message>
        <source>an inpainting model (9 input channels)</source>
        <translation>局部重绘模型（9 个输入通道）</translation>
    </message>
    <message>
        <source>a U-Net of %1 input and %2 output channels (image-conditioned model)</source>
        <translation>%1 个输入通道、%2 个输出通道的 U-Net（图像条件模型）</translation>
    </message>
    <message>
        <source>Stable Diffusion 2.x (cross_attention_dim 1024 with linear projections)</source>
        <translation>Stable Diffusion 2.x（cross_attention_dim 1024，线性投影）</translation>
    </message>
    <message>
        <source>SDXL (cross_attention_dim 2048)</source>
        <translation>SDXL（cross_attention_dim 2048）</translation>
    </message>
    <message>
        <source>an odd first width (%1)</source>
        <translation>奇数的首层宽度（%1）</translation>
    </message>
    <message>
        <source>%1: level %2: expected a width divisible by its %3 attention heads, found %4</source>
        <translation>%1：第 %2 层：宽度应能被其 %3 个注意力头整除，实为 %4</translation>
    </message>
    <message>
        <source>a VAE of %1 input and %2 output channels (expected 3, RGB)</source>
        <translation>%1 个输入通道、%2 个输出通道的 VAE（应为 3，RGB）</translation>
    </message>
    <message>
        <source>%1: scaling_factor: expected a number above 0, found %2</source>
        <translation>%1：scaling_factor：应大于 0，实为 %2</translation>
    </message>
    <message>
        <source>%1: expected up to %2 tokens, found %3</source>
        <translation>%1：词元应不超过 %2 个，实为 %3</translation>
    </message>
    <message>
        <source>the text encoder&apos;s activation %1</source>
        <translation>文本编码器的激活函数 %1</translation>
    </message>
    <message>
        <source>%1: expected a text encoder width divisible by its %2 attention heads, found %3</source>
        <translation>%1：文本编码器宽度应能被其 %2 个注意力头整除，实为 %3</translation>
    </message>
    <message>
        <source>widths %1, %2 layers per block, attention %3, heads %4, text width %5, %6 norm groups of epsilon %7, %8 -&gt; %9 channels</source>
        <translation>宽度 %1，每块 %2 层，注意力 %3，头数 %4，文本宽度 %5，%6 个归一化组（epsilon %7），%8 -&gt; %9 通道</translation>
    </message>
    <message>
        <source>%1, linear projections</source>
        <translation>%1，线性投影</translation>
    </message>
    <message>
        <source>a U-Net without group normalisation (norm_num_groups null)</source>
        <translation>没有组归一化的 U-Net（norm_num_groups 为 null）</translation>
    </message>
    <message>
        <source>a shifted latent</source>
        <translation>偏移的潜变量</translation>
    </message>
    <message>
        <source>a per-channel latent mean</source>
        <translation>逐通道的潜变量均值</translation>
    </message>
    <message>
        <source>a per-channel latent deviation</source>
        <translation>逐通道的潜变量标准差</translation>
    </message>
    <message>
        <source>a VAE without mid attention</source>
        <translation>没有中间注意力的 VAE</translation>
    </message>
    <message>
        <source>another VAE block type</source>
        <translation>其他 VAE 块类型</translation>
    </message>
    <message>
        <source>%1: expected the config of a CLIP text encoder, found model_type %2</source>
        <translation>%1：应为 CLIP 文本编码器的配置，实为 model_type %2</translation>
    </message>
    <message>
        <source>a LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>SDXL</source>
        <translation>SDXL</translation>
    </message>
    <message>
        <source>Stable Diffusion 2.x</source>
        <translation>Stable Diffusion 2.x</translation>
    </message>
    <message>
        <source>a ControlNet</source>
        <translation>ControlNet</translation>
    </message>
    <message>
        <source>a diffusion transformer (Stable Diffusion 3 or like it)</source>
        <translation>扩散 Transformer（Stable Diffusion 3 或类似模型）</translation>
    </message>
    <message>
        <source>a diffusion transformer (Flux or like it)</source>
        <translation>扩散 Transformer（Flux 或类似模型）</translation>
    </message>
    <message>
        <source>a textual-inversion embedding</source>
        <translation>textual inversion 嵌入</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: holds the tensor %2, which %3 holds too; get the model&apos;s files anew</source>
        <translation>%1：含有张量 %2，而 %3 中也有；请重新获取模型文件</translation>
    </message>
    <message>
        <source>SDXL (it has an added embedding)</source>
        <translation>SDXL（带有附加嵌入）</translation>
    </message>
    <message>
        <source>SDXL-like transformer depth (%1)</source>
        <translation>类似 SDXL 的 Transformer 深度（%1）</translation>
    </message>
    <message>
        <source>%1: expected a text encoder width that is a multiple of %2 (the head width of CLIP), found %3; a single file does not say the number of heads, use the diffusers directory</source>
        <translation>%1：文本编码器宽度应为 %2（CLIP 的头宽度）的倍数，实为 %3；单个文件不说明头数，请使用 diffusers 目录</translation>
    </message>
    <message>
        <source>%1: %2 is not supported; this program runs Stable Diffusion 1.x models</source>
        <translation>%1：不支持 %2；本程序运行 Stable Diffusion 1.x 模型</translation>
    </message>
    <message>
        <source>%1: expected a complete model, found %2</source>
        <translation>%1：应为完整的模型，但：%2</translation>
    </message>
    <message>
        <source>%1: expected a folder to write to, found %2; name a folder that can be made</source>
        <translation>%1：应为可写入的文件夹，但找到：%2；请指定可以创建的文件夹</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>其他内容</translation>
    </message>
    <message>
        <source>%1: damaged PyTorch file: pickle</source>
        <translation>%1：PyTorch 文件已损坏：pickle</translation>
    </message>
    <message>
        <source>ends with %1 values</source>
        <translation>以 %1 个值结束</translation>
    </message>
    <message>
        <source>%1: damaged PyTorch file: pickle, before byte %2: %3; download it again</source>
        <translation>%1：PyTorch 文件已损坏：pickle，第 %2 字节之前：%3；请重新下载</translation>
    </message>
    <message>
        <source>protocol %1, expected at most %2</source>
        <translation>协议 %1，应不超过 %2</translation>
    </message>
    <message>
        <source>more than %1 levels</source>
        <translation>超过 %1 层</translation>
    </message>
    <message>
        <source>a persistent id in text form</source>
        <translation>文本形式的持久 ID</translation>
    </message>
    <message>
        <source>an object without a class</source>
        <translation>没有类的对象</translation>
    </message>
    <message>
        <source>unknown opcode %1</source>
        <translation>未知操作码 %1</translation>
    </message>
    <message>
        <source>more than %1 objects</source>
        <translation>超过 %1 个对象</translation>
    </message>
    <message>
        <source>more than %1 values on the stack</source>
        <translation>栈上超过 %1 个值</translation>
    </message>
    <message>
        <source>the stack is empty</source>
        <translation>栈为空</translation>
    </message>
    <message>
        <source>no mark on the stack</source>
        <translation>栈上没有标记</translation>
    </message>
    <message>
        <source>not an integer</source>
        <translation>不是整数</translation>
    </message>
    <message>
        <source>a text without quotes</source>
        <translation>文本没有引号</translation>
    </message>
    <message>
        <source>a key without a value</source>
        <translation>键没有值</translation>
    </message>
    <message>
        <source>items for a value that takes none</source>
        <translation>向不接受条目的值添加条目</translation>
    </message>
    <message>
        <source>more than %1 objects in the memo</source>
        <translation>memo 中超过 %1 个对象</translation>
    </message>
    <message>
        <source>nothing at place %1 of the memo</source>
        <translation>memo 的位置 %1 处为空</translation>
    </message>
    <message>
        <source>a global with a name longer than any</source>
        <translation>全局名称过长</translation>
    </message>
    <message>
        <source>more than %1 globals</source>
        <translation>超过 %1 个全局名称</translation>
    </message>
    <message>
        <source>a call without a tuple of arguments</source>
        <translation>调用没有参数元组</translation>
    </message>
    <message>
        <source>a call of what is no global</source>
        <translation>调用的不是全局名称</translation>
    </message>
    <message>
        <source>a dict made from what is no pair</source>
        <translation>由非键值对构成的 dict</translation>
    </message>
    <message>
        <source>more than %1 copied items</source>
        <translation>超过 %1 个复制的条目</translation>
    </message>
    <message>
        <source>attributes for a plain value</source>
        <translation>为普通值设置属性</translation>
    </message>
    <message>
        <source>%1: Python would run %2 when it loads this file; this program never does, and reads the weights only</source>
        <translation>%1：Python 加载此文件时会运行 %2；本程序绝不会运行，只读取权重</translation>
    </message>
    <message>
        <source>%1: damaged PNG file: it ends early after %2 bytes; copy it again</source>
        <translation>%1：PNG 文件已损坏：在 %2 字节后提前结束；请重新复制</translation>
    </message>
    <message>
        <source>%1: damaged PNG file: %2</source>
        <translation>%1：PNG 文件已损坏：%2</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>%1: not a PNG file: expected the PNG signature in its first 8 bytes</source>
        <translation>%1：不是 PNG 文件：前 8 字节应为 PNG 标识</translation>
    </message>
    <message>
        <source>out of memory while reading a PNG file</source>
        <translation>内存不足，无法读取 PNG 文件</translation>
    </message>
    <message>
        <source>%1: expected a picture that converts to RGB</source>
        <translation>%1：应为可转换为 RGB 的图片</translation>
    </message>
    <message>
        <source>expected a marker at byte %1</source>
        <translation>第 %1 字节处应有标记</translation>
    </message>
    <message>
        <source>a segment shorter than its own length field</source>
        <translation>段的长度小于其长度字段本身</translation>
    </message>
    <message>
        <source>%1: damaged %2: %3</source>
        <translation>%1：%2 已损坏：%3</translation>
    </message>
    <message>
        <source>it ends in the middle, after %1 bytes; the file is cut short</source>
        <translation>在中间结束，%1 字节之后；文件被截断</translation>
    </message>
    <message>
        <source>%1: a text of %2 bytes, more than the %3 that are read</source>
        <translation>%1：%2 字节的文本，超过可读取的 %3 字节</translation>
    </message>
    <message>
        <source>%1: not a PNG, JPEG or WebP picture</source>
        <translation>%1：不是 PNG、JPEG 或 WebP 图片</translation>
    </message>
    <message>
        <source>%1: an EXIF block of %2 bytes, more than the %3 that are read</source>
        <translation>%1：%2 字节的 EXIF 块，超过可读取的 %3 字节</translation>
    </message>
    <message>
        <source>%1: not a PNG picture</source>
        <translation>%1：不是 PNG 图片</translation>
    </message>
    <message>
        <source>it ends in the middle; the file is cut short</source>
        <translation>在中间结束；文件被截断</translation>
    </message>
    <message>
        <source>a chunk of %1 bytes, found %2; the file is cut short</source>
        <translation>%1 字节的数据块，实有 %2；文件被截断</translation>
    </message>
    <message>
        <source>%1: damaged PNG: %2</source>
        <translation>%1：PNG 已损坏：%2</translation>
    </message>
    <message>
        <source>a text chunk&apos;s checksum does not match</source>
        <translation>文本块的校验和不符</translation>
    </message>
    <message>
        <source>a text chunk without its flags</source>
        <translation>文本块缺少标志</translation>
    </message>
    <message>
        <source>a text of unknown compression</source>
        <translation>文本的压缩方式未知</translation>
    </message>
    <message>
        <source>a text that is not valid UTF-8</source>
        <translation>文本不是有效的 UTF-8</translation>
    </message>
    <message>
        <source>more text than the %1 bytes or %2 entries that are read</source>
        <translation>文本超过可读取的 %1 字节或 %2 个条目</translation>
    </message>
    <message>
        <source>warning: Python would run %1 when it loads this file; this program never does</source>
        <translation>警告：Python 加载此文件时会运行 %1；本程序绝不会运行</translation>
    </message>
    <message>
        <source>%1 tensors passed over (EMA copies, buffers, training leftovers)</source>
        <translation>跳过 %1 个张量（EMA 副本、缓冲区、训练残留）</translation>
    </message>
    <message>
        <source>it has no U-Net</source>
        <translation>没有 U-Net</translation>
    </message>
    <message>
        <source>a U-Net alone: text encoder and VAE must come from another model</source>
        <translation>仅有 U-Net：文本编码器和 VAE 须来自其他模型</translation>
    </message>
    <message>
        <source>%1 layout for %2 models, %3 stages</source>
        <translation>%1 结构，适用于 %2 个模型，%3 个阶段</translation>
    </message>
    <message>
        <source>not bound to base models</source>
        <translation>未绑定基础模型</translation>
    </message>
    <message>
        <source>made for %1 (%2)</source>
        <translation>适用于 %1（%2）</translation>
    </message>
    <message>
        <source>passed over: %1</source>
        <translation>已跳过：%1</translation>
    </message>
    <message>
        <source>none of its %1 tensors belongs to a U-Net, VAE or text encoder</source>
        <translation>%1 个张量中没有属于 U-Net、VAE 或文本编码器的</translation>
    </message>
    <message>
        <source>%1: expected a model file, a diffusers directory (model_index.json), a component of one (config.json) or an aggregator&apos;s directory (model_config.json), found another directory</source>
        <translation>%1：应为模型文件、diffusers 目录（model_index.json）、其组件（config.json）或聚合器目录（model_config.json），但找到其他目录</translation>
    </message>
    <message>
        <source>%1: damaged safetensors file: %2; download it again</source>
        <translation>%1：safetensors 文件已损坏：%2；请重新下载</translation>
    </message>
    <message>
        <source>truncated: expected at least %1 bytes, found %2</source>
        <translation>被截断：应至少有 %1 字节，实为 %2</translation>
    </message>
    <message>
        <source>the header&apos;s length is given as %1 bytes, expected at most %2</source>
        <translation>文件头长度标为 %1 字节，应不超过 %2</translation>
    </message>
    <message>
        <source>the header is not a JSON object: expected &apos;{&apos; at byte 8</source>
        <translation>文件头不是 JSON 对象：第 8 字节处应为 &apos;{&apos;</translation>
    </message>
    <message>
        <source>%1: damaged safetensors file: header</source>
        <translation>%1：safetensors 文件已损坏：文件头</translation>
    </message>
    <message>
        <source>__metadata__ is not an object of strings</source>
        <translation>__metadata__ 不是字符串对象</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot;</source>
        <translation>张量“%1”</translation>
    </message>
    <message>
        <source>%1: expected an object</source>
        <translation>%1：应为对象</translation>
    </message>
    <message>
        <source>%1: unknown member &quot;%2&quot;</source>
        <translation>%1：未知成员“%2”</translation>
    </message>
    <message>
        <source>%1: no dtype</source>
        <translation>%1：没有 dtype</translation>
    </message>
    <message>
        <source>%1: no shape</source>
        <translation>%1：没有形状</translation>
    </message>
    <message>
        <source>%1: data_offsets must be two numbers</source>
        <translation>%1：data_offsets 必须是两个数</translation>
    </message>
    <message>
        <source>%1: %2 dimensions, expected at most %3</source>
        <translation>%1：%2 个维度，应不超过 %3</translation>
    </message>
    <message>
        <source>%1: shape</source>
        <translation>%1：形状</translation>
    </message>
    <message>
        <source>%1: data_offsets</source>
        <translation>%1：data_offsets</translation>
    </message>
    <message>
        <source>%1: it begins at %2 and ends before that, at %3</source>
        <translation>%1：始于 %2，却止于其前的 %3</translation>
    </message>
    <message>
        <source>%1: the shape %2 is too large</source>
        <translation>%1：形状 %2 过大</translation>
    </message>
    <message>
        <source>%1: shape %2 in %3 takes %4 bytes, data_offsets give %5</source>
        <translation>%1：形状 %2（%3）需要 %4 字节，data_offsets 给出 %5</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot;: shape %2 in %3 does not take the %4 bytes that data_offsets give</source>
        <translation>张量“%1”：形状 %2（%3）与 data_offsets 给出的 %4 字节不符</translation>
    </message>
    <message>
        <source>has the type %1, which this program does not read; convert the file to F16, BF16 or F32</source>
        <translation>的类型为 %1，本程序无法读取；请将文件转换为 F16、BF16 或 F32</translation>
    </message>
    <message>
        <source>%1 overlaps the one before it</source>
        <translation>%1 与前一个重叠</translation>
    </message>
    <message>
        <source>bytes %1 to %2 before %3 belong to no tensor</source>
        <translation>%3 之前的第 %1 到 %2 字节不属于任何张量</translation>
    </message>
    <message>
        <source>truncated: expected %1 bytes, found %2</source>
        <translation>被截断：应有 %1 字节，实为 %2</translation>
    </message>
    <message>
        <source>trailing bytes: expected %1 bytes, found %2</source>
        <translation>末尾有多余字节：应有 %1 字节，实为 %2</translation>
    </message>
    <message>
        <source>%1: more values than the %2 tensors that were announced</source>
        <translation>%1：值多于所声明的 %2 个张量</translation>
    </message>
    <message>
        <source>%1: tensor &quot;%2&quot;: expected %3 bytes, found %4</source>
        <translation>%1：张量“%2”：应有 %3 字节，实为 %4</translation>
    </message>
    <message>
        <source>%1: expected the values of %2 tensors, found %3</source>
        <translation>%1：应有 %2 个张量的值，实为 %3</translation>
    </message>
    <message>
        <source>%1: expected a new or empty directory to write to, found %2; choose another name</source>
        <translation>%1：应为新的或空的目录，但找到：%2；请选择其他名称</translation>
    </message>
    <message>
        <source>one with files in it</source>
        <translation>含有文件的目录</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1: cannot create the directory: %2</source>
        <translation>%1：无法创建目录：%2</translation>
    </message>
    <message>
        <source>%1: another program has written there meanwhile, which stays; choose another name</source>
        <translation>%1：期间另一个程序已写入该处，其内容保留；请选择其他名称</translation>
    </message>
    <message>
        <source>%1: cannot put the finished directory in place: %2</source>
        <translation>%1：无法将完成的目录放到位：%2</translation>
    </message>
    <message>
        <source>%1: not a checkpoint file: expected safetensors or PyTorch&apos;s zip or pickle, found %2 bytes that begin with %3</source>
        <translation>%1：不是检查点文件：应为 safetensors 或 PyTorch 的 zip 或 pickle，实为以 %3 开头的 %2 字节</translation>
    </message>
    <message>
        <source>%1: damaged PyTorch file: %2; download it again</source>
        <translation>%1：PyTorch 文件已损坏：%2；请重新下载</translation>
    </message>
    <message>
        <source>%1 has %2 bytes, expected at most %3</source>
        <translation>%1 有 %2 字节，应不超过 %3</translation>
    </message>
    <message>
        <source>no zip entry %1</source>
        <translation>没有 zip 条目 %1</translation>
    </message>
    <message>
        <source>zip entry %1: expected %2 bytes, found %3</source>
        <translation>zip 条目 %1：应有 %2 字节，实为 %3</translation>
    </message>
    <message>
        <source>%1: written on a big-endian machine; save it again on another one</source>
        <translation>%1：在大端机器上写入；请在其他机器上重新保存</translation>
    </message>
    <message>
        <source>unknown byte order</source>
        <translation>未知字节序</translation>
    </message>
    <message>
        <source>a pickle that refers to storages without holding any</source>
        <translation>pickle 引用了存储，但其中没有存储</translation>
    </message>
    <message>
        <source>expected protocol %1</source>
        <translation>应为协议 %1</translation>
    </message>
    <message>
        <source>no description of the system that wrote it</source>
        <translation>没有写入系统的描述</translation>
    </message>
    <message>
        <source>no list of storages</source>
        <translation>没有存储列表</translation>
    </message>
    <message>
        <source>%1: damaged PyTorch file</source>
        <translation>%1：PyTorch 文件已损坏</translation>
    </message>
    <message>
        <source>a storage that no tensor refers to, of unknown size</source>
        <translation>没有张量引用的、大小未知的存储</translation>
    </message>
    <message>
        <source>storage %1</source>
        <translation>存储 %1</translation>
    </message>
    <message>
        <source>%1 is listed twice</source>
        <translation>%1 重复列出</translation>
    </message>
    <message>
        <source>%1: expected %2 elements, found %3</source>
        <translation>%1：应有 %2 个元素，实为 %3</translation>
    </message>
    <message>
        <source>storage %1 is missing</source>
        <translation>缺少存储 %1</translation>
    </message>
    <message>
        <source>the zip directory at their end</source>
        <translation>末尾的 zip 目录</translation>
    </message>
    <message>
        <source>%1: damaged PyTorch file: zip</source>
        <translation>%1：PyTorch 文件已损坏：zip</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>超过 %1</translation>
    </message>
    <message>
        <source>%1: damaged PyTorch file: truncated: found %2 bytes, expected %3; download it again</source>
        <translation>%1：PyTorch 文件已损坏：被截断：实有 %2 字节，应有 %3；请重新下载</translation>
    </message>
    <message>
        <source>%1: a tar archive, as PyTorch before 0.1.10 wrote; load it with an old PyTorch and save it again</source>
        <translation>%1：PyTorch 0.1.10 之前写入的 tar 归档；请用旧版 PyTorch 加载后重新保存</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>某个值</translation>
    </message>
    <message>
        <source>entry &quot;%1&quot;</source>
        <translation>条目“%1”</translation>
    </message>
    <message>
        <source>a tensor whose name is no text</source>
        <translation>张量的名称不是文本</translation>
    </message>
    <message>
        <source>a name of %1 bytes</source>
        <translation>%1 字节的名称</translation>
    </message>
    <message>
        <source>a name that is not valid UTF-8</source>
        <translation>名称不是有效的 UTF-8</translation>
    </message>
    <message>
        <source>would run `%1`, which this program never does; the file may be malicious, get the model as .safetensors</source>
        <translation>会运行 `%1`，本程序绝不会运行；该文件可能是恶意的，请获取 .safetensors 格式的模型</translation>
    </message>
    <message>
        <source>is no tensor; get the model as .safetensors</source>
        <translation>不是张量；请获取 .safetensors 格式的模型</translation>
    </message>
    <message>
        <source>is made by `%1`, which this program never runs; save the plain state_dict, or get the model as .safetensors</source>
        <translation>由 `%1` 生成，本程序绝不会运行它；请保存纯 state_dict，或获取 .safetensors 格式的模型</translation>
    </message>
    <message>
        <source>%1: too few arguments</source>
        <translation>%1：参数过少</translation>
    </message>
    <message>
        <source>%1: expected a tuple</source>
        <translation>%1：应为元组</translation>
    </message>
    <message>
        <source>two tensors are named &quot;%1&quot;</source>
        <translation>两个张量同名“%1”</translation>
    </message>
    <message>
        <source>%1: wrapped too often</source>
        <translation>%1：包装层数过多</translation>
    </message>
    <message>
        <source>%1: expected a tuple of arguments</source>
        <translation>%1：应为参数元组</translation>
    </message>
    <message>
        <source>%1: a parameter without a tensor</source>
        <translation>%1：参数没有张量</translation>
    </message>
    <message>
        <source>is made by `%1`, which this program does not know; get the model as .safetensors</source>
        <translation>由 `%1` 生成，本程序不认识它；请获取 .safetensors 格式的模型</translation>
    </message>
    <message>
        <source>%1: storage offset</source>
        <translation>%1：存储偏移</translation>
    </message>
    <message>
        <source>%1: strides</source>
        <translation>%1：步幅</translation>
    </message>
    <message>
        <source>%1: %2 extents and %3 strides</source>
        <translation>%1：%2 个维度长度和 %3 个步幅</translation>
    </message>
    <message>
        <source>%1: shape %2, strides %3 and offset %4 reach beyond its storage of %5 elements</source>
        <translation>%1：形状 %2、步幅 %3 和偏移 %4 超出其 %5 个元素的存储</translation>
    </message>
    <message>
        <source>%1: shape %2 repeats a storage of %3 elements</source>
        <translation>%1：形状 %2 重复使用了 %3 个元素的存储</translation>
    </message>
    <message>
        <source>its tensors are larger than any machine</source>
        <translation>其张量大于任何机器的内存</translation>
    </message>
    <message>
        <source>%1: no type</source>
        <translation>%1：没有类型</translation>
    </message>
    <message>
        <source>has the type %1, which this program does not read; convert the file to float16, bfloat16 or float32</source>
        <translation>的类型为 %1，本程序无法读取；请将文件转换为 float16、bfloat16 或 float32</translation>
    </message>
    <message>
        <source>%1: storage</source>
        <translation>%1：存储</translation>
    </message>
    <message>
        <source>%1: no storage</source>
        <translation>%1：没有存储</translation>
    </message>
    <message>
        <source>%1: not a reference</source>
        <translation>%1：不是引用</translation>
    </message>
    <message>
        <source>%1: no key</source>
        <translation>%1：没有键</translation>
    </message>
    <message>
        <source>%1 %2: described in two ways</source>
        <translation>%1 %2：有两种不同的描述</translation>
    </message>
    <message>
        <source>%1: a view without key, offset, size</source>
        <translation>%1：视图没有键、偏移和大小</translation>
    </message>
    <message>
        <source>%1: a view beyond the storage</source>
        <translation>%1：视图超出存储</translation>
    </message>
    <message>
        <source>its storages are larger than any machine</source>
        <translation>其存储大于任何机器的内存</translation>
    </message>
    <message>
        <source>its tensors take %1 bytes, but its storages hold %2</source>
        <translation>其张量需要 %1 字节，但存储只有 %2</translation>
    </message>
    <message>
        <source>its directory is too small for %1 entries</source>
        <translation>其目录对 %1 个条目来说过小</translation>
    </message>
    <message>
        <source>%1: damaged PyTorch file: zip directory</source>
        <translation>%1：PyTorch 文件已损坏：zip 目录</translation>
    </message>
    <message>
        <source>zip directory entry %1</source>
        <translation>zip 目录条目 %1</translation>
    </message>
    <message>
        <source>entry %1 is encrypted</source>
        <translation>条目 %1 已加密</translation>
    </message>
    <message>
        <source>it unpacks to more than %1 bytes</source>
        <translation>解压后超过 %1 字节</translation>
    </message>
    <message>
        <source>two zip entries are named %1</source>
        <translation>两个 zip 条目同名 %1</translation>
    </message>
    <message>
        <source>truncated: found %1 bytes, expected the zip directory at their end</source>
        <translation>被截断：实有 %1 字节，末尾应为 zip 目录</translation>
    </message>
    <message>
        <source>its zip64 record lies outside</source>
        <translation>其 zip64 记录位于文件之外</translation>
    </message>
    <message>
        <source>its zip64 record is missing</source>
        <translation>缺少 zip64 记录</translation>
    </message>
    <message>
        <source>truncated: its directory is expected at byte %1, found %2 bytes before its end record</source>
        <translation>被截断：目录应在第 %1 字节，但结束记录之前只有 %2 字节</translation>
    </message>
    <message>
        <source>zip entry %1</source>
        <translation>zip 条目 %1</translation>
    </message>
    <message>
        <source>%1 lies outside</source>
        <translation>%1 位于文件之外</translation>
    </message>
    <message>
        <source>%1: damaged PyTorch file: %2</source>
        <translation>%1：PyTorch 文件已损坏：%2</translation>
    </message>
    <message>
        <source>%1 has no header</source>
        <translation>%1 没有头部</translation>
    </message>
    <message>
        <source>%1 differs from its header</source>
        <translation>%1 与其头部不符</translation>
    </message>
    <message>
        <source>%1 is compressed by method %2, expected none or deflate</source>
        <translation>%1 以方法 %2 压缩，应为不压缩或 deflate</translation>
    </message>
    <message>
        <source>%1 claims %2 bytes, found %3</source>
        <translation>%1 声称有 %2 字节，实为 %3</translation>
    </message>
    <message>
        <source>%1 claims %2 bytes, found %3 compressed</source>
        <translation>%1 声称有 %2 字节，压缩后实为 %3</translation>
    </message>
    <message>
        <source>two zip entries overlap</source>
        <translation>两个 zip 条目重叠</translation>
    </message>
    <message>
        <source>zip entry %1 does not match its checksum</source>
        <translation>zip 条目 %1 与其校验和不符</translation>
    </message>
    <message>
        <source>zip entry %1 cannot be unpacked</source>
        <translation>zip 条目 %1 无法解压</translation>
    </message>
    <message>
        <source>no memory to unpack a zip entry</source>
        <translation>内存不足，无法解压 zip 条目</translation>
    </message>
    <message>
        <source>U-Net tensor %1: expected a name of one of the %2 blocks %3 to %4, found none</source>
        <translation>U-Net 张量 %1：名称应属于 %2 个块 %3 到 %4 之一，但不属于</translation>
    </message>
    <message>
        <source>block weight preset &quot;%1&quot;: expected one of %2, or REVERSE_ before one</source>
        <translation>块权重预设“%1”：应为 %2 之一，或在其前加 REVERSE_</translation>
    </message>
    <message>
        <source>block weight preset %1 names certain ones of %2 blocks, these models have %3; give the weights as numbers</source>
        <translation>块权重预设 %1 针对 %2 个块，而这些模型有 %3 个；请以数字给出权重</translation>
    </message>
    <message>
        <source>the scorer of a block weight search: expected a finite number</source>
        <translation>块权重搜索的评分：应为有限数值</translation>
    </message>
    <message>
        <source>a block weight search starts at one of 0, 0.1, .., 1, found %1</source>
        <translation>块权重搜索应从 0、0.1、..、1 之一开始，实为 %1</translation>
    </message>
    <message>
        <source>a block weight search: expected 1 or more passes, found %1</source>
        <translation>块权重搜索：应至少进行 1 遍，实为 %1</translation>
    </message>
    <message>
        <source>the recipe does not say which models it is for; name them with %1</source>
        <translation>配方未说明适用于哪些模型；请用 %1 指定</translation>
    </message>
    <message>
        <source>the recipe does not say which files its models are; name them with %1</source>
        <translation>配方未说明其模型是哪些文件；请用 %1 指定</translation>
    </message>
    <message>
        <source>models %1 and %2 are the same file: %3</source>
        <translation>模型 %1 与 %2 是同一个文件：%3</translation>
    </message>
    <message>
        <source>models %1 and %2 have the same U-Net: %3</source>
        <translation>模型 %1 与 %2 的 U-Net 相同：%3</translation>
    </message>
    <message>
        <source>the merged values of %1 do not fit into %2, though those of %3 and the other models are finite; choose a wider %4, or smaller weights</source>
        <translation>%1 的合并值超出 %2 的范围，而 %3 及其他模型的值有限；请选择范围更大的 %4，或更小的权重</translation>
    </message>
    <message>
        <source>take one as it is: %1 of a model that has one, or %2</source>
        <translation>请原样使用一个：带有 VAE 的模型的 %1，或 %2</translation>
    </message>
    <message>
        <source>merge complete models, or leave this one out</source>
        <translation>请合并完整的模型，或去掉此模型</translation>
    </message>
    <message>
        <source>%1 has no %2 (%3)</source>
        <translation>%1 没有%2（%3）</translation>
    </message>
    <message>
        <source>%1: other settings than %2 has (attention heads, norm groups or scaling)</source>
        <translation>%1：设置与 %2 不同（注意力头、归一化组或缩放）</translation>
    </message>
    <message>
        <source>%1: expected a complete VAE, found %2</source>
        <translation>%1：应为完整的 VAE，但：%2</translation>
    </message>
    <message>
        <source>these models cannot be merged: expected one architecture and the same tensors in all, found: %1</source>
        <translation>这些模型无法合并：各模型应结构相同且张量一致，但：%1</translation>
    </message>
    <message>
        <source>%1: expected finite numbers</source>
        <translation>%1：应为有限数值</translation>
    </message>
    <message>
        <source>%1: expected one amount for add-difference, found %2 numbers%3</source>
        <translation>%1：add-difference 应有一个数值，实为 %2 个%3</translation>
    </message>
    <message>
        <source>%1: expected %2 weights, one per model, found %3%4</source>
        <translation>%1：应有 %2 个权重，每个模型一个，实为 %3 个%4</translation>
    </message>
    <message>
        <source>%1: expected weights that sum to 1, found %2</source>
        <translation>%1：权重之和应为 1，实为 %2</translation>
    </message>
    <message>
        <source>%1: expected weights that sum to 1, found %2; divided by it, a model would have no part%3</source>
        <translation>%1：权重之和应为 1，实为 %2；除以该和后，某个模型将没有份额%3</translation>
    </message>
    <message>
        <source>%1 sum to %2 instead of 1; divided by it</source>
        <translation>%1之和为 %2 而非 1；已除以该和</translation>
    </message>
    <message>
        <source>%1: expected three models, found %2</source>
        <translation>%1：应有三个模型，实为 %2</translation>
    </message>
    <message>
        <source>%1: expected two or more models, found %2</source>
        <translation>%1：应有两个或更多模型，实为 %2</translation>
    </message>
    <message>
        <source>the weights of block %1</source>
        <translation>块 %1 的权重</translation>
    </message>
    <message>
        <source>block weight preset %1 gives the second model&apos;s share of two models, found %2 models; give numbers</source>
        <translation>块权重预设 %1 给出两个模型中第二个的份额，实有 %2 个模型；请给出数字</translation>
    </message>
    <message>
        <source>block weight preset %1</source>
        <translation>块权重预设 %1</translation>
    </message>
    <message>
        <source>block weights: expected %1 rows for blocks %2 to %3 or %4 with the base first%5, found %6 numbers%7</source>
        <translation>块权重：应有 %1 行对应块 %2 到 %3，或 %4 行且首行为基础%5，实为 %6 个数%7</translation>
    </message>
    <message>
        <source>, each of %1 weights</source>
        <translation>，每行 %1 个权重</translation>
    </message>
    <message>
        <source>the base weights</source>
        <translation>基础权重</translation>
    </message>
    <message>
        <source>block weights: expected blocks %1 to %2, found %3</source>
        <translation>块权重：应为块 %1 到 %2，实为 %3</translation>
    </message>
    <message>
        <source>merge method %1: expected weighted, add-difference or mbw</source>
        <translation>合并方法 %1：应为 weighted、add-difference 或 mbw</translation>
    </message>
    <message>
        <source>type %1 of a merged model: expected same, fp16, bf16, fp32 or fp64</source>
        <translation>合并模型的类型 %1：应为 same、fp16、bf16、fp32 或 fp64</translation>
    </message>
    <message>
        <source>the merge&apos;s VAE %1: expected merged, a path, or model:0 to model:%2</source>
        <translation>合并的 VAE %1：应为 merged、路径，或 model:0 到 model:%2</translation>
    </message>
    <message>
        <source>mbw takes block weights and a base weight; weights per model are for weighted</source>
        <translation>mbw 使用块权重和基础权重；每个模型的权重用于 weighted</translation>
    </message>
    <message>
        <source>mbw: expected block weights, found none; give a preset or numbers</source>
        <translation>mbw：应有块权重，但没有给出；请给出预设或数字</translation>
    </message>
    <message>
        <source>%1 has no block or base weights; they are for mbw</source>
        <translation>%1 没有块权重或基础权重；它们用于 mbw</translation>
    </message>
    <message>
        <source>the weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>block weights: %1</source>
        <translation>块权重：%1</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>%1: models</source>
        <translation>%1：models</translation>
    </message>
    <message>
        <source>at least one stage</source>
        <translation>至少一个阶段</translation>
    </message>
    <message>
        <source>%1: expected the block weights of one merge, found the presets %2; keep one row</source>
        <translation>%1：应为一次合并的块权重，但找到预设 %2；请只保留一行</translation>
    </message>
    <message>
        <source>%1: expected a merge recipe (a JSON object, or 25 or 26 numbers, a name may stand before them), found neither</source>
        <translation>%1：应为合并配方（JSON 对象，或 25 或 26 个数，其前可有名称），两者皆无</translation>
    </message>
    <message>
        <source>&quot;afa.merge&quot; or &quot;afa.block-weights&quot;</source>
        <translation>&quot;afa.merge&quot; 或 &quot;afa.block-weights&quot;</translation>
    </message>
    <message>
        <source>%1: expected a merge recipe, found %2; check the path%3</source>
        <translation>%1：应为合并配方，但找到：%2；请检查路径%3</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>没有文件</translation>
    </message>
    <message>
        <source>mixing tensors: expected one weight per input, or three inputs and one amount, found %1 inputs and %2 weights</source>
        <translation>混合张量：每个输入应有一个权重，或三个输入和一个数值，实为 %1 个输入和 %2 个权重</translation>
    </message>
    <message>
        <source>%1: expected row-major floating-point values of shape %2, found %3 %4</source>
        <translation>%1：应为按行存储、形状 %2 的浮点值，实为 %3 %4</translation>
    </message>
    <message>
        <source>%1: expected room for %2 bytes of floating-point values, found %3</source>
        <translation>%1：应有 %2 字节浮点值的空间，实为 %3</translation>
    </message>
    <message>
        <source>%1: activation &apos;%2&apos;, expected quick_gelu or gelu; this text encoder is not one of Stable Diffusion 1.x</source>
        <translation>%1：激活函数“%2”，应为 quick_gelu 或 gelu；此文本编码器不属于 Stable Diffusion 1.x</translation>
    </message>
    <message>
        <source>text encoder: token ids: expected [B, 1 to %1], found %2</source>
        <translation>文本编码器：词元编号：应为 [B, 1 到 %1]，实为 %2</translation>
    </message>
    <message>
        <source>text encoder: token %1: expected ids below %2; the model&apos;s tokenizer and text encoder do not belong together</source>
        <translation>文本编码器：词元 %1：编号应小于 %2；模型的分词器与文本编码器不匹配</translation>
    </message>
    <message>
        <source>U-Net: %1: expected %2, found %3</source>
        <translation>U-Net：%1：应为 %2，实为 %3</translation>
    </message>
    <message>
        <source>stage %1 (%2)</source>
        <translation>阶段 %1（%2）</translation>
    </message>
    <message>
        <source>%1, x</source>
        <translation>%1，x</translation>
    </message>
    <message>
        <source>%1, time embedding</source>
        <translation>%1，时间嵌入</translation>
    </message>
    <message>
        <source>%1, text</source>
        <translation>%1，文本</translation>
    </message>
    <message>
        <source>%1, skip</source>
        <translation>%1，跳跃连接</translation>
    </message>
    <message>
        <source>VAE: images: expected [B, %1, H, W] with H and W multiples of %2, found %3</source>
        <translation>VAE：图片：应为 [B, %1, H, W]，H 和 W 为 %2 的倍数，实为 %3</translation>
    </message>
    <message>
        <source>VAE: latents: expected [B, %1, h, w], found %2</source>
        <translation>VAE：潜变量：应为 [B, %1, h, w]，实为 %2</translation>
    </message>
    <message>
        <source>it is the widest there is, use another model</source>
        <translation>这已是范围最大的精度，请使用其他模型</translation>
    </message>
    <message>
        <source>choose %1</source>
        <translation>请选择 %1</translation>
    </message>
    <message>
        <source>%1: the precision %2 is too narrow for its weights: 1 value of &quot;%3&quot; would become infinite; %4</source>
        <translation>%1：精度 %2 不足以容纳其权重：“%3”中有 1 个值将变为无穷；%4</translation>
    </message>
    <message>
        <source>%1: the precision %2 is too narrow for its weights: %3 values of &quot;%4&quot; would become infinite; %5</source>
        <translation>%1：精度 %2 不足以容纳其权重：“%4”中有 %3 个值将变为无穷；%5</translation>
    </message>
    <message>
        <source>no file stores tensors of type %1</source>
        <translation>没有文件能存储 %1 类型的张量</translation>
    </message>
    <message>
        <source>%1: tensor &apos;%2&apos; is missing, expected with shape %3; the file is incomplete or of another architecture</source>
        <translation>%1：缺少张量“%2”，其形状应为 %3；文件不完整或结构不同</translation>
    </message>
    <message>
        <source>%1: tensor &apos;%2&apos; has shape %3, expected %4; the file&apos;s config and weights do not belong together</source>
        <translation>%1：张量“%2”的形状为 %3，应为 %4；文件的配置与权重不匹配</translation>
    </message>
    <message>
        <source>no NVIDIA graphics card was found</source>
        <translation>未找到 NVIDIA 显卡</translation>
    </message>
    <message>
        <source>this machine has no NVIDIA driver (libcuda.so.1 was not found)</source>
        <translation>本机没有 NVIDIA 驱动（未找到 libcuda.so.1）</translation>
    </message>
    <message>
        <source>the folder of libtorch was not found</source>
        <translation>未找到 libtorch 的文件夹</translation>
    </message>
    <message>
        <source>libtorch&apos;s CUDA library could not be opened (%1)</source>
        <translation>无法打开 libtorch 的 CUDA 库（%1）</translation>
    </message>
    <message>
        <source>the NVIDIA driver reports no graphics card that can be used</source>
        <translation>NVIDIA 驱动报告没有可用的显卡</translation>
    </message>
    <message>
        <source>use a smaller picture, fewer pictures at once, fewer models or %1, or close other programs</source>
        <translation>请使用更小的图片、减少同时生成的图片、减少模型、使用 %1，或关闭其他程序</translation>
    </message>
    <message>
        <source>the graphics card ran out of memory; %1 (%2)</source>
        <translation>显卡内存不足；%1（%2）</translation>
    </message>
    <message>
        <source>the machine ran out of memory; %1 (%2)</source>
        <translation>内存不足；%1（%2）</translation>
    </message>
    <message>
        <source>libtorch: %1</source>
        <translation>libtorch：%1</translation>
    </message>
    <message>
        <source>the machine ran out of memory; %1</source>
        <translation>内存不足；%1</translation>
    </message>
    <message>
        <source>%1: cannot be written</source>
        <translation>%1：无法写入</translation>
    </message>
    <message>
        <source>ICU has no NFC data: %1</source>
        <translation>ICU 没有 NFC 数据：%1</translation>
    </message>
    <message>
        <source>a prompt of %1 combining characters in one run is too long</source>
        <translation>连续 %1 个组合字符的提示词过长</translation>
    </message>
    <message>
        <source>ICU could not normalise a prompt: %1</source>
        <translation>ICU 无法规范化提示词：%1</translation>
    </message>
    <message>
        <source>%1: a token without text, with the number %2</source>
        <translation>%1：没有文本的词元，编号 %2</translation>
    </message>
    <message>
        <source>%1: token %2 has the number %3; expected 0 to %4</source>
        <translation>%1：词元 %2 的编号为 %3；应在 0 到 %4 之间</translation>
    </message>
    <message>
        <source>%1: two tokens have the number %2, one of them %3</source>
        <translation>%1：两个词元的编号同为 %2，其中之一是 %3</translation>
    </message>
    <message>
        <source>%1: token %2 appears twice</source>
        <translation>%1：词元 %2 出现两次</translation>
    </message>
    <message>
        <source>%1: the merge of %2 and %3 appears twice</source>
        <translation>%1：%2 与 %3 的合并出现两次</translation>
    </message>
    <message>
        <source>%1: expected two tokens with one space between them, found %2</source>
        <translation>%1：应为以一个空格分隔的两个词元，实为 %2</translation>
    </message>
    <message>
        <source>%1: more than %2 added tokens; CLIP has two</source>
        <translation>%1：附加词元超过 %2 个；CLIP 有两个</translation>
    </message>
    <message>
        <source>%1 (padding token)</source>
        <translation>%1（填充词元）</translation>
    </message>
    <message>
        <source>%1: expected a JSON object that gives each token its number, found %2</source>
        <translation>%1：应为给出各词元编号的 JSON 对象，实为 %2</translation>
    </message>
    <message>
        <source>%1: token %2 has %3 for a number; expected 0 to %4</source>
        <translation>%1：词元 %2 的编号为 %3；应在 0 到 %4 之间</translation>
    </message>
    <message>
        <source>%1: &quot;model&quot;: &quot;%2&quot; is %3; expected %4, as CLIP&apos;s byte-pair tokenizer has it</source>
        <translation>%1：&quot;model&quot;：&quot;%2&quot; 为 %3；应为 %4，如 CLIP 的字节对分词器</translation>
    </message>
    <message>
        <source>%1: &quot;model&quot;: expected an array &quot;merges&quot;</source>
        <translation>%1：&quot;model&quot;：应有数组 &quot;merges&quot;</translation>
    </message>
    <message>
        <source>%1: merge %2</source>
        <translation>%1：合并 %2</translation>
    </message>
    <message>
        <source>%1: expected two tokens, found %2</source>
        <translation>%1：应为两个词元，实为 %2</translation>
    </message>
    <message>
        <source>%1: expected an array &quot;added_tokens&quot;</source>
        <translation>%1：应有数组 &quot;added_tokens&quot;</translation>
    </message>
    <message>
        <source>%1: &quot;added_tokens&quot;: expected &quot;content&quot; and &quot;id&quot;, found %2</source>
        <translation>%1：&quot;added_tokens&quot;：应有 &quot;content&quot; 和 &quot;id&quot;，实为 %2</translation>
    </message>
    <message>
        <source>%1: token %2 has the number %3 in &quot;added_tokens&quot; and %4 in &quot;vocab&quot;</source>
        <translation>%1：词元 %2 在 &quot;added_tokens&quot; 中编号为 %3，在 &quot;vocab&quot; 中为 %4</translation>
    </message>
    <message>
        <source>%1: added token %2 sets &quot;%3&quot;, which is not supported; set it to false if the token is meant literally</source>
        <translation>%1：附加词元 %2 设置了不支持的 &quot;%3&quot;；若按字面使用该词元，请将其设为 false</translation>
    </message>
    <message>
        <source>built-in merges table</source>
        <translation>内置合并表</translation>
    </message>
    <message>
        <source>%1: line %2: expected two tokens with one space between them, found an empty line</source>
        <translation>%1：第 %2 行：应为以一个空格分隔的两个词元，但为空行</translation>
    </message>
    <message>
        <source>%1: line %2</source>
        <translation>%1：第 %2 行</translation>
    </message>
    <message>
        <source>%1: expected a tokenizer.json with an object &quot;model&quot;, found none</source>
        <translation>%1：应为含对象 &quot;model&quot; 的 tokenizer.json，但没有找到</translation>
    </message>
    <message>
        <source>%1: &quot;vocab&quot;</source>
        <translation>%1：&quot;vocab&quot;</translation>
    </message>
    <message>
        <source>optimiser: expected moments of %1 parameters, found %2</source>
        <translation>优化器：应有 %1 个参数的动量，实为 %2</translation>
    </message>
    <message>
        <source>not an entry of this cache</source>
        <translation>不是此缓存的条目</translation>
    </message>
    <message>
        <source>version %1, expected %2</source>
        <translation>版本 %1，应为 %2</translation>
    </message>
    <message>
        <source>made from something else</source>
        <translation>由其他内容生成</translation>
    </message>
    <message>
        <source>another number of tensors</source>
        <translation>张量数量不同</translation>
    </message>
    <message>
        <source>tensor %1 %2, expected %3 %4</source>
        <translation>张量 %1 %2，应为 %3 %4</translation>
    </message>
    <message>
        <source>%1: the cache folder cannot be made: %2; choose another %3 folder, or %4</source>
        <translation>%1：无法创建缓存文件夹：%2；请选择其他文件夹（%3），或 %4</translation>
    </message>
    <message>
        <source>a file of this name is there</source>
        <translation>已有同名文件</translation>
    </message>
    <message>
        <source>its checksum does not fit its values</source>
        <translation>校验和与其值不符</translation>
    </message>
    <message>
        <source>it has no checksum</source>
        <translation>没有校验和</translation>
    </message>
    <message>
        <source>%1: this cache entry is made anew: %2</source>
        <translation>%1：将重新生成该缓存项：%2</translation>
    </message>
    <message>
        <source>%1: the cache was changed while it was in use: %2; start again</source>
        <translation>%1：缓存在使用期间被更改：%2；请重新开始</translation>
    </message>
    <message>
        <source>%1: the cache of encoded pictures and texts needs %2, %3 are free; free some space, choose another %4 folder, or %5</source>
        <translation>%1：已编码图片和文本的缓存需要 %2，可用 %3；请腾出空间，选择其他文件夹（%4），或 %5</translation>
    </message>
    <message>
        <source>%1 is %2; the VAE takes multiples of %3</source>
        <translation>%1 为 %2；VAE 需要 %3 的倍数</translation>
    </message>
    <message>
        <source>%1 is a share, 0 to 1</source>
        <translation>%1 是比例，0 到 1</translation>
    </message>
    <message>
        <source>reading ahead takes at least one thread and room for one picture</source>
        <translation>预读至少需要一个线程和一张图片的空间</translation>
    </message>
    <message>
        <source>training data: no picture with a text that can be used, of %1 entries</source>
        <translation>训练数据：%1 个条目中没有带可用文本的图片</translation>
    </message>
    <message>
        <source>%1 of %2 texts are longer than the %3 tokens a text encoder takes; their ends are not used</source>
        <translation>%2 段文本中有 %1 段超过文本编码器的 %3 个词元上限；超出部分不使用</translation>
    </message>
    <message>
        <source>training data: none of the %1 pictures can be decoded; the last: %2</source>
        <translation>训练数据：%1 张图片均无法解码；最后一张：%2</translation>
    </message>
    <message>
        <source>a batch without pictures was asked for</source>
        <translation>要求了没有图片的批次</translation>
    </message>
    <message>
        <source>picture %1 was asked for; there are %2</source>
        <translation>要求第 %1 张图片；共有 %2 张</translation>
    </message>
    <message>
        <source>encoding: expected a VAE, a tokenizer, and a text encoder with its fingerprint for each model; found %1 text encoders and %2 fingerprints</source>
        <translation>编码：应有一个 VAE、一个分词器，以及每个模型的文本编码器及其指纹；实为 %1 个文本编码器和 %2 个指纹</translation>
    </message>
    <message>
        <source>model %1: its text encoder knows %2 tokens, the host&apos;s tokenizer has %3; choose a %4 whose tokenizer all models share</source>
        <translation>模型 %1：其文本编码器认识 %2 个词元，主模型的分词器有 %3 个；请用 %4 选择分词器为所有模型共用的主模型</translation>
    </message>
    <message>
        <source>the VAE&apos;s latents are not finite</source>
        <translation>VAE 的潜变量非有限</translation>
    </message>
    <message>
        <source>MPI could not %1: %2</source>
        <translation>MPI 失败（%1）：%2</translation>
    </message>
    <message>
        <source>start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>tell this process&apos;s number</source>
        <translation>给出本进程的编号</translation>
    </message>
    <message>
        <source>count the processes</source>
        <translation>统计进程数</translation>
    </message>
    <message>
        <source>find this machine&apos;s processes</source>
        <translation>查找本机的进程</translation>
    </message>
    <message>
        <source>tell this process&apos;s number on its machine</source>
        <translation>给出本进程在其机器上的编号</translation>
    </message>
    <message>
        <source>broadcast</source>
        <translation>广播</translation>
    </message>
    <message>
        <source>ask all processes</source>
        <translation>询问所有进程</translation>
    </message>
    <message>
        <source>process %1 of %2: %3</source>
        <translation>进程 %1（共 %2 个）：%3</translation>
    </message>
    <message>
        <source>sum gradients</source>
        <translation>梯度求和</translation>
    </message>
    <message>
        <source>hand out the sum of the gradients</source>
        <translation>分发梯度之和</translation>
    </message>
    <message>
        <source>training on several GPUs needs NCCL, which comes with the CUDA part of libtorch: %1</source>
        <translation>在多块 GPU 上训练需要 NCCL，它随 libtorch 的 CUDA 部分提供：%1</translation>
    </message>
    <message>
        <source>NCCL could not %1: %2</source>
        <translation>NCCL 失败（%1）：%2</translation>
    </message>
    <message>
        <source>begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>join the processes</source>
        <translation>连接各进程</translation>
    </message>
    <message>
        <source>noiseBatch: expected %1 draws, found %2</source>
        <translation>noiseBatch：应有 %1 次抽取，实为 %2</translation>
    </message>
    <message>
        <source>%1: damaged picture: %2</source>
        <translation>%1：图片已损坏：%2</translation>
    </message>
    <message>
        <source>%1: damaged picture: it cannot be decoded; copy it again</source>
        <translation>%1：图片已损坏：无法解码；请重新复制</translation>
    </message>
    <message>
        <source>%1: a picture file of more than 1 GB</source>
        <translation>%1：图片文件超过 1 GB</translation>
    </message>
    <message>
        <source>damaged picture: it ends early, after %1 bytes; copy it again</source>
        <translation>图片已损坏：在 %1 字节后提前结束；请重新复制</translation>
    </message>
    <message>
        <source>damaged picture: %1</source>
        <translation>图片已损坏：%1</translation>
    </message>
    <message>
        <source>a JPEG marker was expected at byte %1</source>
        <translation>第 %1 字节处应有 JPEG 标记</translation>
    </message>
    <message>
        <source>a JPEG segment is shorter than its own length field</source>
        <translation>JPEG 段小于其长度字段本身</translation>
    </message>
    <message>
        <source>it holds two JPEG frames</source>
        <translation>含有两个 JPEG 帧</translation>
    </message>
    <message>
        <source>more than %1 JPEG scans</source>
        <translation>JPEG 扫描超过 %1 个</translation>
    </message>
    <message>
        <source>a JPEG without a scan</source>
        <translation>没有扫描的 JPEG</translation>
    </message>
    <message>
        <source>an animated WebP; training pictures are stills</source>
        <translation>WebP 动画；训练图片须为静态</translation>
    </message>
    <message>
        <source>a WebP without a picture</source>
        <translation>没有图像的 WebP</translation>
    </message>
    <message>
        <source>a TIFF with transparency, which is not read; save it as PNG</source>
        <translation>带透明度的 TIFF 无法读取；请另存为 PNG</translation>
    </message>
    <message>
        <source>a TIFF of other samples than whole numbers, which is not read; save it as PNG</source>
        <translation>样本不是整数的 TIFF 无法读取；请另存为 PNG</translation>
    </message>
    <message>
        <source>a GIF</source>
        <translation>GIF</translation>
    </message>
    <message>
        <source>a BigTIFF</source>
        <translation>BigTIFF</translation>
    </message>
    <message>
        <source>an AVIF</source>
        <translation>AVIF</translation>
    </message>
    <message>
        <source>a HEIC</source>
        <translation>HEIC</translation>
    </message>
    <message>
        <source>a JPEG XL</source>
        <translation>JPEG XL</translation>
    </message>
    <message>
        <source>an HTML page</source>
        <translation>HTML 页面</translation>
    </message>
    <message>
        <source>a git-LFS pointer</source>
        <translation>git-LFS 指针</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>空文件</translation>
    </message>
    <message>
        <source>expected a JPEG, PNG, WebP, BMP or TIFF picture, found %1</source>
        <translation>应为 JPEG、PNG、WebP、BMP 或 TIFF 图片，但找到：%1</translation>
    </message>
    <message>
        <source>its size is %1 x %2</source>
        <translation>其大小为 %1 x %2</translation>
    </message>
    <message>
        <source>its header claims %1 x %2 pixels, more than the %3 million that are decoded</source>
        <translation>文件头声称 %1 x %2 像素，超过可解码的 %3 百万像素</translation>
    </message>
    <message>
        <source>resizing: the window %1 x %2 at %3, %4 does not lie in %5 x %6</source>
        <translation>调整大小：位于 %3, %4 的窗口 %1 x %2 不在 %5 x %6 之内</translation>
    </message>
    <message>
        <source>%1 processes were started together, but this build cannot train in several: %2; build it with MPI (AFA_MPI), or start one process</source>
        <translation>同时启动了 %1 个进程，但此构建不能多进程训练：%2；请用 MPI（AFA_MPI）构建，或只启动一个进程</translation>
    </message>
    <message>
        <source>expected an integer &quot;id&quot; and a &quot;file_name&quot;</source>
        <translation>应有整数 &quot;id&quot; 和 &quot;file_name&quot;</translation>
    </message>
    <message>
        <source>the id %1 was given before</source>
        <translation>id %1 已出现过</translation>
    </message>
    <message>
        <source>expected an integer &quot;image_id&quot; and a &quot;caption&quot;</source>
        <translation>应有整数 &quot;image_id&quot; 和 &quot;caption&quot;</translation>
    </message>
    <message>
        <source>no image has the id %1</source>
        <translation>没有图片的 id 为 %1</translation>
    </message>
    <message>
        <source>a quote is opened and never closed; everything after it is lost</source>
        <translation>引号打开后未关闭；其后的内容全部丢失</translation>
    </message>
    <message>
        <source>expected %1 columns, found %2</source>
        <translation>应有 %1 列，实为 %2</translation>
    </message>
    <message>
        <source>%1: training data: cannot list the folder: %2</source>
        <translation>%1：训练数据：无法列出文件夹：%2</translation>
    </message>
    <message>
        <source>cannot list the folder: %1</source>
        <translation>无法列出文件夹：%1</translation>
    </message>
    <message>
        <source>%1: training data: expected pictures (.jpg, .png, .webp, .bmp, .tif) with same-named .txt files or a metadata.jsonl, found no picture</source>
        <translation>%1：训练数据：应有图片（.jpg、.png、.webp、.bmp、.tif）及同名 .txt 文件或 metadata.jsonl，但没有图片</translation>
    </message>
    <message>
        <source> or a row in %1</source>
        <translation>或在 %1 中有一行</translation>
    </message>
    <message>
        <source>; name the list as the data instead: %1</source>
        <translation>；请改为将列表指定为数据：%1</translation>
    </message>
    <message>
        <source>no caption: expected %1.txt beside it%2</source>
        <translation>没有说明：应有同处的 %1.txt%2</translation>
    </message>
    <message>
        <source>image missing: no .jpg, .png, .webp, .bmp or .tif of this name beside it</source>
        <translation>图片缺失：同处没有同名的 .jpg、.png、.webp、.bmp 或 .tif</translation>
    </message>
    <message>
        <source>expected a JSON object</source>
        <translation>应为 JSON 对象</translation>
    </message>
    <message>
        <source>expected a &quot;prompt&quot; beside &quot;img_path&quot;, found: %1</source>
        <translation>&quot;img_path&quot; 旁应有 &quot;prompt&quot;，实为：%1</translation>
    </message>
    <message>
        <source>expected {&quot;image&quot;: path, &quot;text&quot;: caption}, found: %1</source>
        <translation>应为 {&quot;image&quot;: 路径, &quot;text&quot;: 说明}，实为：%1</translation>
    </message>
    <message>
        <source>line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>training state: expected %1 %2, found %3</source>
        <translation>训练状态：应有 %1 个%2，实为 %3</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>the gradients of %1 steps in a row were not finite (NaN or infinite): a base model is damaged, or the precision too narrow; try %2 or a smaller %3</source>
        <translation>连续 %1 步的梯度非有限（NaN 或无穷）：某个基础模型已损坏，或精度不够；请尝试 %2 或更小的 %3</translation>
    </message>
    <message>
        <source>averages</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>%1: training data: a JSON list</source>
        <translation>%1：训练数据：JSON 列表</translation>
    </message>
    <message>
        <source>%1: training data: %2</source>
        <translation>%1：训练数据：%2</translation>
    </message>
    <message>
        <source>%1: training data: the file is empty</source>
        <translation>%1：训练数据：文件为空</translation>
    </message>
    <message>
        <source>%1: training data: expected JSON lines {&quot;image&quot;, &quot;text&quot;}, a JSON list of them, JourneyDB annotations, COCO captions JSON, or CSV whose first row names the columns image and text, separated by commas, semicolons or tabs; found none of these</source>
        <translation>%1：训练数据：应为 JSON 行 {&quot;image&quot;, &quot;text&quot;}、由其组成的 JSON 列表、JourneyDB 标注、COCO 说明 JSON，或首行为 image 和 text 列名、以逗号、分号或制表符分隔的 CSV；均未找到</translation>
    </message>
    <message>
        <source>the picture&apos;s path is not UTF-8 text</source>
        <translation>图片路径不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>the caption is not UTF-8 text; save it as UTF-8</source>
        <translation>说明不是 UTF-8 文本；请另存为 UTF-8</translation>
    </message>
    <message>
        <source>no picture is named</source>
        <translation>未指定图片</translation>
    </message>
    <message>
        <source>the picture&apos;s path holds a zero byte</source>
        <translation>图片路径含有零字节</translation>
    </message>
    <message>
        <source>the caption holds the control character %1; remove it</source>
        <translation>说明含有控制字符 %1；请将其删除</translation>
    </message>
    <message>
        <source>empty caption</source>
        <translation>说明为空</translation>
    </message>
    <message>
        <source>not a regular file: %1</source>
        <translation>不是普通文件：%1</translation>
    </message>
    <message>
        <source>image missing: %1 (with &quot;/&quot; for each backslash neither)</source>
        <translation>图片缺失：%1（将反斜杠换成“/”也没有）</translation>
    </message>
    <message>
        <source>image missing: %1</source>
        <translation>图片缺失：%1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>以及另外 %1 个</translation>
    </message>
    <message>
        <source>training data: %1 of %2 entries cannot be used, more than the share of %3 that %4 allows: %5</source>
        <translation>训练数据：%2 个条目中有 %1 个不可用，超过允许的比例 %3（%4）：%5</translation>
    </message>
    <message>
        <source>%1: files: &quot;%2&quot; is not a file of a training state</source>
        <translation>%1：files：“%2”不是训练状态的文件</translation>
    </message>
    <message>
        <source>%1: its content is not what was written (SHA-256 differs)</source>
        <translation>%1：内容与写入时不同（SHA-256 不符）</translation>
    </message>
    <message>
        <source>that of its folder, %1</source>
        <translation>与其文件夹 %1 相同的步数</translation>
    </message>
    <message>
        <source>a damaged training state is passed over: %1</source>
        <translation>跳过已损坏的训练状态：%1</translation>
    </message>
    <message>
        <source>%1: no training state there is sound (%2); start anew in another folder</source>
        <translation>%1：其中没有完好的训练状态（%2）；请在其他文件夹重新开始</translation>
    </message>
    <message>
        <source>model %1 (%2) has less than 1% of the weight in %3 of %4 stages: the ensemble hardly uses it (collapse); leave it out, or lower %5</source>
        <translation>模型 %1（%2）在 %4 个阶段中的 %3 个里权重不足 1%：集成几乎不使用它（坍缩）；请去掉它，或降低 %5</translation>
    </message>
    <message>
        <source>%1: has no tensor %2, which %3 has; the models differ in architecture</source>
        <translation>%1：没有张量 %2，而 %3 有；模型结构不同</translation>
    </message>
    <message>
        <source>the source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>%1: %2; get it anew, or use another</source>
        <translation>%1：%2；请重新获取，或使用其他文件</translation>
    </message>
    <message>
        <source>%1 is no command; expected %2</source>
        <translation>%1 不是命令；应为 %2</translation>
    </message>
    <message>
        <source>%1 is no command; did you mean %2?; expected %3</source>
        <translation>%1 不是命令；您是指 %2 吗？；应为 %3</translation>
    </message>
    <message>
        <source>%1 (see %2)</source>
        <translation>%1（见 %2）</translation>
    </message>
    <message>
        <source>out of memory; use a smaller picture, fewer models or %1</source>
        <translation>内存不足；请使用更小的图片、更少的模型或 %1</translation>
    </message>
    <message>
        <source>standard output could not be written: its disk is full, or who reads it has closed it; what was written to files is whole</source>
        <translation>无法写入标准输出：磁盘已满，或读取者已将其关闭；已写入文件的内容完整</translation>
    </message>
    <message>
        <source>%1, %2, %3 and %4 are of a sheet; say where with %5</source>
        <translation>%1、%2、%3 和 %4 用于图表；请用 %5 指定位置</translation>
    </message>
    <message>
        <source>%1: expected a text file of prompts, found none to read%2</source>
        <translation>%1：应为提示词文本文件，但没有可读取的%2</translation>
    </message>
    <message>
        <source>%1: expected a prompt in each line, found none</source>
        <translation>%1：每行应有一个提示词，但没有找到</translation>
    </message>
</context>
</TS>
