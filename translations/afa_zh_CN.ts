<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Message</name>
    <message>
        <source>%1: made for %2 base models, found %3; give as many --model as the aggregator joins</source>
        <translation>%1：适用于 %2 个基础模型，但给出了 %3 个；请选择与聚合器数量相同的模型</translation>
    </message>
    <message>
        <source>%1: does not say which base models it was trained with; taken as they are given</source>
        <translation>%1：未说明训练时使用的基础模型；按给出的顺序使用</translation>
    </message>
    <message>
        <source>the aggregator was trained with these base models in another order; they run as it knows them: %1</source>
        <translation>聚合器训练时这些基础模型的顺序不同；将按其已知顺序运行：%1</translation>
    </message>
    <message>
        <source>models %1 and %2 hold the same weights (cosine %3): %4 and %5; leave one out, or say --allow-same-models</source>
        <translation>模型 %1 与 %2 的权重相同（余弦 %3）：%4 和 %5；请去掉其中一个，或允许相同的模型（--allow-same-models）</translation>
    </message>
    <message>
        <source>models %1 and %2 hold the same weights (cosine %3): %4 and %5</source>
        <translation>模型 %1 与 %2 的权重相同（余弦 %3）：%4 和 %5</translation>
    </message>
    <message>
        <source>the noise weights do not sum to 1; divided by their sum</source>
        <translation>噪声权重之和不为 1；已除以其总和</translation>
    </message>
    <message>
        <source>the %1 has %2 tokens, %3 fit; not used: &quot;%4&quot;</source>
        <translation>%1有 %2 个词元，最多容纳 %3 个；未使用：“%4”</translation>
    </message>
    <message>
        <source>the sampler produced NaN or infinity (seed %1): a base model is damaged, or --precision %2 is too narrow for it; try --precision fp32</source>
        <translation>采样器得到了非有限的数值（种子 %1）：某个基础模型已损坏，或精度 %2 对其不够；请尝试 fp32</translation>
    </message>
    <message>
        <source>%1 is %2; these models take multiples of %3</source>
        <translation>%1 为 %2；这些模型需要 %3 的倍数</translation>
    </message>
    <message>
        <source>%1 is %2; expected %3 to %4</source>
        <translation>%1 为 %2；应在 %3 到 %4 之间</translation>
    </message>
    <message>
        <source>device &apos;%1&apos;: %2; use --device cpu</source>
        <translation>设备“%1”：%2；请使用处理器（--device cpu）</translation>
    </message>
    <message>
        <source>the graphics card ran out of memory%1</source>
        <translation>显卡内存不足%1</translation>
    </message>
    <message>
        <source>the machine ran out of memory%1</source>
        <translation>内存不足%1</translation>
    </message>
    <message>
        <source>; use a smaller picture, fewer pictures at once, fewer models or --precision bf16, or close other programs%1</source>
        <translation>；请使用更小的图片、减少同时生成的图片、减少模型、使用 bf16 精度，或关闭其他程序%1</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>negative prompt</source>
        <translation>反向提示词</translation>
    </message>
    <message>
        <source>model %1 (%2) has less than 1% of the weight in %3 of %4 stages: the ensemble hardly uses it (collapse); leave it out, or lower --lr</source>
        <translation>模型 %1（%2）在 %4 个阶段中的 %3 个里权重不足 1%：集成几乎不使用它（坍缩）；请去掉它，或降低学习率</translation>
    </message>
    <message>
        <source>step %1: gradients not finite (NaN or infinite), step not taken</source>
        <translation>第 %1 步：梯度非有限（NaN 或无穷），该步未执行</translation>
    </message>
    <message>
        <source>expected at least %1 captioned pictures, of which %2 are held out for validation, found %3; add pictures, or name some for validation with --validation</source>
        <translation>至少需要 %1 张带说明的图片，其中 %2 张留作验证；只找到 %3 张。请添加图片，或用 --validation 指定验证图片</translation>
    </message>
    <message>
        <source>the training data changed since the run was started; it goes on, but not as it would have</source>
        <translation>训练数据自运行开始后发生了变化；训练会继续，但结果将有所不同</translation>
    </message>
    <message>
        <source>the training state could not be saved: %1</source>
        <translation>无法保存训练状态：%1</translation>
    </message>
    <message>
        <source>%1: holds a training run already; go on with --resume, or name another folder</source>
        <translation>%1：已包含一次训练；请继续该训练，或指定其他文件夹</translation>
    </message>
    <message>
        <source>%1: expected the state of a training run to resume, found none; check the path, or start the run without --resume</source>
        <translation>%1：应有可继续的训练状态，但没有找到；请检查路径，或不用 --resume 开始训练</translation>
    </message>
    <message>
        <source>%1: is not the base model that %2 was started with (its weights differ); put that one back, or start a new run</source>
        <translation>%1：不是 %2 开始时使用的基础模型（权重不同）；请放回原模型，或开始新的训练</translation>
    </message>
    <message>
        <source>%1: stopped, but the state of step %2 could not be saved; what was saved before is still there</source>
        <translation>%1：已停止，但第 %2 步的状态无法保存；之前保存的内容仍在</translation>
    </message>
    <message>
        <source>%1: cannot be written (full disk or read-only folder?); training goes on, and the history is kept in memory and in the next state that can be saved</source>
        <translation>%1：无法写入（磁盘已满或文件夹只读？）；训练继续，历史记录保存在内存中和下一个可保存的状态里</translation>
    </message>
    <message>
        <source>%1: this cache entry is made anew: %2</source>
        <translation>%1：将重新生成该缓存项：%2</translation>
    </message>
    <message>
        <source>%1 of %2 texts are longer than the %3 tokens a text encoder takes; their ends are not used</source>
        <translation>%2 段文本中有 %1 段超过文本编码器的 %3 个词元上限；超出部分不使用</translation>
    </message>
    <message>
        <source>training data: no picture with a text that can be used, of %1 entries</source>
        <translation>训练数据：%1 个条目中没有带可用文本的图片</translation>
    </message>
    <message>
        <source>training data: none of the %1 pictures can be decoded; the last: %2</source>
        <translation>训练数据：%1 张图片均无法解码；最后一张：%2</translation>
    </message>
    <message>
        <source>training data: %1 of %2 entries cannot be used, more than the share of %3 that --max-bad allows: %4</source>
        <translation>训练数据：%2 个条目中有 %1 个不可用，超过允许的比例 %3（--max-bad）：%4</translation>
    </message>
    <message>
        <source>%1: training data: the file is empty</source>
        <translation>%1：训练数据：文件为空</translation>
    </message>
    <message>
        <source>%1: training data: expected JSON lines {&quot;image&quot;, &quot;text&quot;}, JourneyDB annotations, COCO captions JSON, or CSV whose first row names the columns image and text, separated by commas; found none of these</source>
        <translation>%1：训练数据：应为 JSON 行 {&quot;image&quot;, &quot;text&quot;}、JourneyDB 标注、COCO 说明 JSON，或首行为 image 和 text 列名、以逗号分隔的 CSV；均未找到</translation>
    </message>
    <message>
        <source>%1: image missing: %2</source>
        <translation>%1：图片缺失：%2</translation>
    </message>
    <message>
        <source>image missing: %1</source>
        <translation>图片缺失：%1</translation>
    </message>
    <message>
        <source>%1: empty caption</source>
        <translation>%1：说明为空</translation>
    </message>
    <message>
        <source>empty caption</source>
        <translation>说明为空</translation>
    </message>
    <message>
        <source>%1: damaged picture: %2</source>
        <translation>%1：图片已损坏：%2</translation>
    </message>
    <message>
        <source>it ends early, after %1 bytes; copy it again</source>
        <translation>文件在 %1 字节后提前结束；请重新复制</translation>
    </message>
    <message>
        <source>%1: expected a JPEG, PNG, WebP or BMP picture, found %2</source>
        <translation>%1：应为 JPEG、PNG、WebP 或 BMP 图片，但找到：%2</translation>
    </message>
    <message>
        <source>the merge could not be scored: expected a finite number; the pictures or the models are damaged</source>
        <translation>无法为合并评分：结果不是有限数值；图片或模型已损坏</translation>
    </message>
    <message>
        <source>%1: holds %2 already; go on with the search there with --resume, or name another folder</source>
        <translation>%1：已包含 %2；请在该处继续搜索，或指定其他文件夹</translation>
    </message>
    <message>
        <source>%1: the search was started with other models than lie at %2 and %3 now; put those back, or start a new search</source>
        <translation>%1：搜索开始时使用的模型与现在 %2 和 %3 处的不同；请放回原模型，或开始新的搜索</translation>
    </message>
    <message>
        <source>%1 tensors passed over (EMA copies, buffers, training leftovers)</source>
        <translation>跳过 %1 个张量（EMA 副本、缓冲区、训练残留）</translation>
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
        <source>it has no U-Net</source>
        <translation>没有 U-Net</translation>
    </message>
    <message>
        <source>none of its %1 tensors belongs to a U-Net, VAE or text encoder</source>
        <translation>%1 个张量中没有属于 U-Net、VAE 或文本编码器的</translation>
    </message>
    <message>
        <source>%1: %2 is not supported as a base model; this program runs Stable Diffusion 1.x models</source>
        <translation>%1：不支持将 %2 用作基础模型；本程序运行 Stable Diffusion 1.x 模型</translation>
    </message>
    <message>
        <source>%1: %2 is not supported; this program runs Stable Diffusion 1.x models</source>
        <translation>%1：不支持 %2；本程序运行 Stable Diffusion 1.x 模型</translation>
    </message>
    <message>
        <source>%1: expected a Stable Diffusion model, found %2 tensors, none of a U-Net, VAE or text encoder</source>
        <translation>%1：应为 Stable Diffusion 模型，但找到 %2 个张量，均不属于 U-Net、VAE 或文本编码器</translation>
    </message>
    <message>
        <source>%1: expected a model file or directory, found nothing; check the path (models are not downloaded)</source>
        <translation>%1：没有模型文件或目录；请检查路径（不会自动下载模型）</translation>
    </message>
    <message>
        <source>%1: expected a folder of models, found %2; choose another folder, or attach the disk it is on</source>
        <translation>%1：应为模型文件夹，但找到：%2；请选择其他文件夹，或连接其所在的磁盘</translation>
    </message>
    <message>
        <source>%1: not a checkpoint file: %2</source>
        <translation>%1：不是检查点文件：%2</translation>
    </message>
    <message>
        <source>the file is empty; download it again</source>
        <translation>文件为空；请重新下载</translation>
    </message>
    <message>
        <source>an HTML page, as a failed download leaves; download it again</source>
        <translation>这是下载失败时留下的 HTML 页面；请重新下载</translation>
    </message>
    <message>
        <source>a git-LFS pointer to a file%1, not the file itself; run `git lfs pull` or download the file</source>
        <translation>这是指向文件%1的 git-LFS 指针，而非文件本身；请运行 `git lfs pull` 或下载该文件</translation>
    </message>
    <message>
        <source> of %1 bytes</source>
        <translation>（%1 字节）</translation>
    </message>
    <message>
        <source>it begins with zero bytes only, as an interrupted download leaves; download it again</source>
        <translation>文件开头全为零字节，可能是下载中断所致；请重新下载</translation>
    </message>
    <message>
        <source>%1: truncated: expected %2 bytes at byte %3, found %4; download it again</source>
        <translation>%1：文件被截断：在第 %3 字节处应有 %2 字节，实际为 %4；请重新下载</translation>
    </message>
    <message>
        <source>%1; the old file is untouched</source>
        <translation>%1；旧文件未被改动</translation>
    </message>
    <message>
        <source>%1: cannot write: a directory of this name exists</source>
        <translation>%1：无法写入：已有同名文件夹</translation>
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
        <source>%1: cannot write: %2</source>
        <translation>%1：无法写入：%2</translation>
    </message>
    <message>
        <source>disk full: %1 bytes wanted, %2 available</source>
        <translation>磁盘已满：需要 %1 字节，可用 %2 字节</translation>
    </message>
    <message>
        <source>%1: cannot open: %2</source>
        <translation>%1：无法打开：%2</translation>
    </message>
    <message>
        <source>%1: not a regular file</source>
        <translation>%1：不是普通文件</translation>
    </message>
    <message>
        <source>%1: expected a folder to write to, found %2; name a folder that can be made</source>
        <translation>%1：应为可写入的文件夹，但找到：%2；请指定可以创建的文件夹</translation>
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
        <source>It did not work. %1</source>
        <translation>操作未成功。%1</translation>
    </message>
    <message>
        <source>A file is missing or cannot be used. %1</source>
        <translation>文件缺失或无法使用。%1</translation>
    </message>
    <message>
        <source>The settings or the models do not fit together. %1</source>
        <translation>设置或模型不匹配。%1</translation>
    </message>
    <message>
        <source>The content cannot be used. %1</source>
        <translation>内容无法使用。%1</translation>
    </message>
    <message>
        <source>%1: its U-Net has another architecture than that of %2: expected %3; found %4. Only models of one architecture can be joined or compared</source>
        <translation>%1：其 U-Net 的结构与 %2 不同：应为 %3，实为 %4。只有结构相同的模型才能组合或比较</translation>
    </message>
    <message>
        <source>%1: the aggregator was not trained with this model; it stands in for %2</source>
        <translation>%1：聚合器并非用此模型训练；它代替 %2</translation>
    </message>
    <message>
        <source>reading the training data</source>
        <translation>正在读取训练数据</translation>
    </message>
    <message>
        <source>%1 pictures to train on, %2 held out, %3 px</source>
        <translation>%1 张图片用于训练，%2 张留作验证，%3 px</translation>
    </message>
    <message>
        <source>reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>aggregators: %1, %2 million parameters; %3 steps of %4 pictures, base models in %5, checkpointing %6</source>
        <translation>聚合器：%1 个，%2 百万参数；%3 步，每步 %4 张图片，基础模型精度 %5，重算中间值：%6</translation>
    </message>
    <message>
        <source>the negative prompt has no part in a picture with --cfg 1</source>
        <translation>--cfg 1 时负向提示词不起作用</translation>
    </message>
    <message>
        <source>%1: holds a finished aggregator already; name another folder</source>
        <translation>%1：已有完成的聚合器；请指定其他文件夹</translation>
    </message>
    <message>
        <source>%1 would replace a file of %2 %3: %4; choose another name</source>
        <translation>%1 会替换属于 %2 %3 的文件：%4；请选择其他名称</translation>
    </message>
    <message>
        <source>--output %1: the model is written as safetensors, which &quot;%2&quot; does not mean; name it .safetensors</source>
        <translation>--output %1：模型以 safetensors 格式写入，而“%2”不表示该格式；请使用 .safetensors 扩展名</translation>
    </message>
    <message>
        <source>%1: another program works in this folder; wait until it ends, or name another folder</source>
        <translation>%1：另一个程序正在此文件夹中工作；请等待其结束，或指定其他文件夹</translation>
    </message>
</context>
</TS>
