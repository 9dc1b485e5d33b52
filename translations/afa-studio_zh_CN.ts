<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Captions</name>
    <message>
        <source>%1 steps</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>CFG %1</source>
        <translation>CFG %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>without: %1</source>
        <translation>不含：%1</translation>
    </message>
    <message>
        <source>The picture cannot be read: %1</source>
        <translation>无法读取图片：%1</translation>
    </message>
</context>
<context>
    <name>DataFolder</name>
    <message>
        <source>%1: the folder cannot be made; choose another one with --data</source>
        <translation>%1:无法创建文件夹;请用 --data 指定其他文件夹</translation>
    </message>
    <message>
        <source>AFA Studio is already open on %1. Use that window, or start this one with --data and another folder.</source>
        <translation>AFA Studio 已在使用 %1。请使用该窗口,或用 --data 指定其他文件夹启动。</translation>
    </message>
    <message>
        <source>%1: the folder cannot be written; choose another one with --data</source>
        <translation>%1:无法写入文件夹;请用 --data 指定其他文件夹</translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>Qt&apos;s SQLite driver is missing; install the package libqt6sql6-sqlite</source>
        <translation>缺少 Qt 的 SQLite 驱动;请安装软件包 libqt6sql6-sqlite</translation>
    </message>
    <message>
        <source>%1: cannot be made</source>
        <translation>%1:无法创建</translation>
    </message>
    <message>
        <source>%1: cannot be opened: %2; is its folder there, and writable?</source>
        <translation>%1:无法打开:%2;请检查其文件夹是否存在且可写</translation>
    </message>
    <message>
        <source>%1: written by a newer version of AFA Studio (format %2, this one knows %3); update the program, or start it with another data folder</source>
        <translation>%1:由更新版本的 AFA Studio 写入(格式 %2,本版本支持 %3);请更新程序,或使用其他数据文件夹启动</translation>
    </message>
    <message>
        <source>%1: damaged, and cannot be renamed to %2; move it away by hand</source>
        <translation>%1:已损坏,且无法重命名为 %2;请手动移走</translation>
    </message>
    <message>
        <source>%1: %2; is the disk full or read-only?</source>
        <translation>%1:%2;磁盘是否已满或只读?</translation>
    </message>
    <message>
        <source>%1: a copy of it cannot be kept as %2; is its folder writable?</source>
        <translation>%1：无法将其副本保存为 %2；它所在的文件夹可写吗？</translation>
    </message>
    <message>
        <source>%1: another program holds the database; nothing was changed. Close what reads or writes it, such as an SQLite tool or a backup, then try again.</source>
        <translation>%1：数据库被另一个程序占用；未作任何更改。请关闭正在读写它的程序（如 SQLite 工具或备份程序），然后重试。</translation>
    </message>
    <message>
        <source>%1: the disk is full; nothing was changed. Free some space, then try again.</source>
        <translation>%1：磁盘已满；未作任何更改。请释放一些空间，然后重试。</translation>
    </message>
    <message>
        <source>%1: may not be written; nothing was changed. Allow writing to the file and its folder, or choose another one with --data.</source>
        <translation>%1：不允许写入；未作任何更改。请允许写入该文件及其文件夹，或用 --data 选择另一个文件夹。</translation>
    </message>
    <message>
        <source>%1: the disk does not read or write it (%2). Is it still attached, and sound?</source>
        <translation>%1：磁盘无法读写该文件（%2）。磁盘是否仍然连接且完好？</translation>
    </message>
    <message>
        <source>%1: damaged (%2). Start the program again: the file is kept under another name, and the gallery read again from the pictures.</source>
        <translation>%1：已损坏（%2）。请重新启动程序：该文件会以另一名称保留，图库将从图片重新读取。</translation>
    </message>
</context>
<context>
    <name>GalleryLocate</name>
    <message>
        <source>%1: cannot be written: %2</source>
        <translation>%1：无法写入：%2</translation>
    </message>
</context>
<context>
    <name>LossCurves</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Training, smoothed</source>
        <translation>训练（平滑）</translation>
    </message>
    <message>
        <source>Held out: only %1</source>
        <translation>留出集：仅 %1</translation>
    </message>
    <message>
        <source>Held out: average</source>
        <translation>留出集：平均</translation>
    </message>
    <message>
        <source>Held out: adaptive</source>
        <translation>留出集：自适应</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>%1 (training loss)</source>
        <translation>%1（训练损失）</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>Model %1: not in the library; the chosen models stay</source>
        <translation>模型 %1:不在模型库中;保留当前所选模型</translation>
    </message>
    <message>
        <source>Aggregator %1: not in the library; an average is used</source>
        <translation>聚合器 %1:不在模型库中;改用平均</translation>
    </message>
    <message>
        <source>VAE %1: the host model&apos;s own is used</source>
        <translation>VAE %1:改用主模型自带的 VAE</translation>
    </message>
    <message>
        <source>Seed: the picture does not tell it</source>
        <translation>种子:图片中没有记录</translation>
    </message>
    <message>
        <source>Size: %1 × %2 became %3 × %4</source>
        <translation>尺寸:%1 × %2 改为 %3 × %4</translation>
    </message>
    <message>
        <source>Steps: %1 became %2</source>
        <translation>步数:%1 改为 %2</translation>
    </message>
    <message>
        <source>Guidance (CFG): %1 became %2</source>
        <translation>引导强度 (CFG):%1 改为 %2</translation>
    </message>
    <message>
        <source>Eta: %1 is not used</source>
        <translation>Eta:%1 未使用</translation>
    </message>
    <message>
        <source>Mode %1: not offered here; an average is used</source>
        <translation>模式 %1：此处不提供；改用平均</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>%1 exists. Shall it be replaced?</source>
        <translation>%1 已存在。要替换吗？</translation>
    </message>
</context>
<context>
    <name>TrainFieldTexts</name>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Passes over the pictures</source>
        <translation>遍历图片的次数</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>Pictures looked at together; more takes more memory</source>
        <translation>一起处理的图片数；越多越占内存</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>AdamW&apos;s step size</source>
        <translation>AdamW 的步长</translation>
    </message>
    <message>
        <source>Sample picture every</source>
        <translation>样图间隔</translation>
    </message>
    <message>
        <source>Steps between two sample pictures of one prompt and seed</source>
        <translation>同一提示词和种子的两张样图之间的步数</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>paper: as the paper describes it; release: as the authors published it</source>
        <translation>paper：如论文所述；release：如作者发布</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Channels inside each aggregator</source>
        <translation>每个聚合器内部的通道数</translation>
    </message>
    <message>
        <source>the layout&apos;s</source>
        <translation>按结构</translation>
    </message>
    <message>
        <source>Attention heads</source>
        <translation>注意力头数</translation>
    </message>
    <message>
        <source>Of each aggregator&apos;s transformer</source>
        <translation>每个聚合器的 Transformer</translation>
    </message>
    <message>
        <source>Transformer layers</source>
        <translation>Transformer 层数</translation>
    </message>
    <message>
        <source>Of each aggregator</source>
        <translation>每个聚合器</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>all, last, or numbers such as 13,24,25: which stages of the U-Net are joined by weights</source>
        <translation>all、last 或 13,24,25 这样的数字：U-Net 的哪些阶段用权重结合</translation>
    </message>
    <message>
        <source>A weight for every position</source>
        <translation>每个位置一个权重</translation>
    </message>
    <message>
        <source>Off: one weight for each model and stage</source>
        <translation>关闭：每个模型和阶段一个权重</translation>
    </message>
    <message>
        <source>Knows the timestep</source>
        <translation>知道时间步</translation>
    </message>
    <message>
        <source>Off: the same weights at every step</source>
        <translation>关闭：每步权重相同</translation>
    </message>
    <message>
        <source>Knows the prompt</source>
        <translation>知道提示词</translation>
    </message>
    <message>
        <source>Off: the same weights for every prompt</source>
        <translation>关闭：所有提示词权重相同</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Steps in all, instead of epochs</source>
        <translation>总步数，代替轮数</translation>
    </message>
    <message>
        <source>as the epochs give</source>
        <translation>由轮数决定</translation>
    </message>
    <message>
        <source>Pictures per epoch</source>
        <translation>每轮图片数</translation>
    </message>
    <message>
        <source>At most what the data holds</source>
        <translation>最多为数据中的数量</translation>
    </message>
    <message>
        <source>Batches per step</source>
        <translation>每步批数</translation>
    </message>
    <message>
        <source>Gradients of several batches make one step: a larger batch without more memory</source>
        <translation>多批梯度合成一步：不增加内存的更大批量</translation>
    </message>
    <message>
        <source>Learning rate schedule</source>
        <translation>学习率计划</translation>
    </message>
    <message>
        <source>constant, or cosine: down to 0 at the last step</source>
        <translation>constant（恒定）或 cosine：最后一步降到 0</translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <translation>预热步数</translation>
    </message>
    <message>
        <source>The learning rate rises over these first steps</source>
        <translation>学习率在最初这些步内上升</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>AdamW&apos;s</source>
        <translation>AdamW 的权重衰减</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>Largest norm of the gradients</source>
        <translation>梯度的最大范数</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Moving average</source>
        <translation>滑动平均</translation>
    </message>
    <message>
        <source>Decay of the weights&apos; moving average, such as 0.999, which is then the result</source>
        <translation>权重滑动平均的衰减，如 0.999；结果即为该平均</translation>
    </message>
    <message>
        <source>Without text</source>
        <translation>无文本比例</translation>
    </message>
    <message>
        <source>Share of samples trained without their caption</source>
        <translation>不带说明文字训练的样本比例</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Of everything random; the same seed gives the same run</source>
        <translation>所有随机数的种子；相同种子得到相同训练</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Where pictures are cut to a square</source>
        <translation>图片裁成正方形的位置</translation>
    </message>
    <message>
        <source>Validation data</source>
        <translation>验证数据</translation>
    </message>
    <message>
        <source>Captioned pictures held out; empty: a share of the data</source>
        <translation>留出的带说明图片；留空则取部分数据</translation>
    </message>
    <message>
        <source>Share held out</source>
        <translation>留出比例</translation>
    </message>
    <message>
        <source>Part of the pictures kept for validation, 16 to 256 of them</source>
        <translation>用于验证的图片比例，16 到 256 张</translation>
    </message>
    <message>
        <source>Bad pictures allowed</source>
        <translation>允许的坏图比例</translation>
    </message>
    <message>
        <source>Share of missing or broken pictures that is passed over</source>
        <translation>可跳过的缺失或损坏图片比例</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Folder of encoded pictures and captions, or off; empty: in the run&apos;s own folder</source>
        <translation>编码后图片和说明的文件夹，或 off；留空则在训练文件夹中</translation>
    </message>
    <message>
        <source>Validate every</source>
        <translation>验证间隔</translation>
    </message>
    <message>
        <source>Steps between two validations</source>
        <translation>两次验证之间的步数</translation>
    </message>
    <message>
        <source>start and end only</source>
        <translation>仅开始和结束</translation>
    </message>
    <message>
        <source>Save every</source>
        <translation>保存间隔</translation>
    </message>
    <message>
        <source>Steps between two saved states</source>
        <translation>两次保存状态之间的步数</translation>
    </message>
    <message>
        <source>at the end only</source>
        <translation>仅结束时</translation>
    </message>
    <message>
        <source>Sample prompt</source>
        <translation>样图提示词</translation>
    </message>
    <message>
        <source>Empty: the caption of a held-out picture</source>
        <translation>留空：使用一张留出图片的说明</translation>
    </message>
    <message>
        <source>Sample guidance</source>
        <translation>样图引导强度</translation>
    </message>
    <message>
        <source>Guidance scale of the sample pictures</source>
        <translation>样图的引导系数</translation>
    </message>
    <message>
        <source>Save memory</source>
        <translation>节省内存</translation>
    </message>
    <message>
        <source>Stages are computed again on the way back: less memory, about a third more time; auto: where memory is short</source>
        <translation>反向时重新计算各阶段：更省内存，时间约增加三分之一；auto：内存不足时启用</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Another VAE than the host model&apos;s</source>
        <translation>使用不同于主模型的 VAE</translation>
    </message>
    <message>
        <source>Allow equal models</source>
        <translation>允许相同模型</translation>
    </message>
    <message>
        <source>Go on although two base models are the same weights</source>
        <translation>即使两个基础模型权重相同也继续</translation>
    </message>
    <message>
        <source>Aggregator</source>
        <translation>聚合器</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Checks while training</source>
        <translation>训练中的检查</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Pixels, square</source>
        <translation>像素，正方形</translation>
    </message>
    <message>
        <source>the models&apos; own</source>
        <translation>按模型</translation>
    </message>
</context>
<context>
    <name>TrainingRun</name>
    <message>
        <source>%1: cannot be written: %2; is the disk full or read-only?</source>
        <translation>%1：无法写入：%2；磁盘已满或只读？</translation>
    </message>
    <message>
        <source>%1: expected the notes of a training run, but they cannot be read: %2</source>
        <translation>%1：应为训练记录，但无法读取：%2</translation>
    </message>
    <message>
        <source>%1: expected the notes of a training run, found something else; the folder is left as it is</source>
        <translation>%1：应为训练记录，却是别的内容；该文件夹保持原样</translation>
    </message>
    <message>
        <source>Adaptive %1</source>
        <translation>自适应 %1</translation>
    </message>
    <message>
        <source>%1 %2, that is %3%</source>
        <translation>%1 %2，即 %3%</translation>
    </message>
    <message>
        <source>%1 (within chance)</source>
        <translation>%1（在随机误差范围内）</translation>
    </message>
    <message>
        <source>best single model (%1)</source>
        <translation>最佳单个模型（%1）</translation>
    </message>
</context>
<context>
    <name>Trash</name>
    <message>
        <source>%1: the desktop&apos;s trash did not take it; it stays where it is. Delete it in a file manager if it shall go.</source>
        <translation>%1：系统回收站未接收；它保留在原处。如要删除，请在文件管理器中操作。</translation>
    </message>
    <message>
        <source>%1: does not lie in the data folder %2, so it is left as it is. Delete it in a file manager if it shall go.</source>
        <translation>%1：不在数据文件夹 %2 中，因此保持原样。如需删除，请在文件管理器中删除。</translation>
    </message>
    <message>
        <source>%1: the link cannot be removed; is its folder writable?</source>
        <translation>%1：无法移除该链接；它所在的文件夹可写吗？</translation>
    </message>
</context>
<context>
    <name>afa::BlockSliders</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Shares of</source>
        <translation>份额归属</translation>
    </message>
    <message>
        <source>Whose shares the sliders set</source>
        <translation>滑块设置哪个模型的份额</translation>
    </message>
    <message>
        <source>share of %1</source>
        <translation>%1 的份额</translation>
    </message>
    <message>
        <source>Share of model %1 in this block</source>
        <translation>模型 %1 在此块中的份额</translation>
    </message>
    <message>
        <source>Share of model %1 in %2</source>
        <translation>模型 %1 在 %2 中的份额</translation>
    </message>
    <message>
        <source>%1, share of %2</source>
        <translation>%1，%2 的份额</translation>
    </message>
</context>
<context>
    <name>afa::CapabilityPanels</name>
    <message>
        <source>Which model denoises which part best</source>
        <translation>哪个模型对哪一部分去噪最好</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>best model</source>
        <translation>最佳模型</translation>
    </message>
    <message>
        <source>%1 × %2 positions</source>
        <translation>%1 × %2 个位置</translation>
    </message>
    <message numerus="yes">
        <source>%n noise sample(s)</source>
        <translation>
            <numerusform>%n 个噪声样本</numerusform>
        </translation>
    </message>
    <message>
        <source>error %1, best at %2%</source>
        <translation>误差 %1，在 %2% 处最佳</translation>
    </message>
    <message>
        <source>squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>afa::CapabilityTable</name>
    <message>
        <source>x %1, y %2</source>
        <translation>x %1，y %2</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>区块</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Error of %1</source>
        <translation>%1 的误差</translation>
    </message>
</context>
<context>
    <name>afa::CapabilityView</name>
    <message>
        <source>Picture …</source>
        <translation>图片…</translation>
    </message>
    <message>
        <source>Choose the picture to measure on; or drop one on this page</source>
        <translation>选择用于测量的图片，也可将图片拖到此页</translation>
    </message>
    <message>
        <source>Picture to measure on</source>
        <translation>用于测量的图片</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff)</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>Take a picture that was made here</source>
        <translation>选用在此生成的图片</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Measure the ensemble&apos;s models on this picture, in the background</source>
        <translation>在后台用此图片测量组合中的各模型</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>停止测量</translation>
    </message>
    <message>
        <source>Progress of measuring</source>
        <translation>测量进度</translation>
    </message>
    <message>
        <source>Denoising capability</source>
        <translation>去噪能力</translation>
    </message>
    <message>
        <source>Noise is added to a picture; where a model predicts it with a smaller error than the others, it is the best there.</source>
        <translation>向图片加入噪声；某模型在某处预测噪声的误差小于其他模型，它就是该处的最佳模型。</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>What the picture shows</source>
        <translation>图片的内容</translation>
    </message>
    <message>
        <source>Timesteps</source>
        <translation>时间步</translation>
    </message>
    <message>
        <source>Noise levels, 0 to 999, separated by commas</source>
        <translation>噪声等级，0 到 999，用逗号分隔</translation>
    </message>
    <message>
        <source>Noise samples</source>
        <translation>噪声样本</translation>
    </message>
    <message>
        <source>Averaged over: more are slower and surer</source>
        <translation>对其取平均：越多越慢，也越可靠</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The number the noise is drawn from</source>
        <translation>生成噪声所用的数值</translation>
    </message>
    <message>
        <source>Timestep shown</source>
        <translation>显示的时间步</translation>
    </message>
    <message>
        <source>Size of the table&apos;s patches</source>
        <translation>表格中区块的大小</translation>
    </message>
    <message>
        <source>patches of %1 × %1</source>
        <translation>%1 × %1 区块</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Save the measurement</source>
        <translation>保存测量结果</translation>
    </message>
    <message>
        <source>Sheet as in the paper …</source>
        <translation>论文样式的图表…</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>Values of all positions …</source>
        <translation>所有位置的数值…</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Measurement …</source>
        <translation>测量结果…</translation>
    </message>
    <message>
        <source>Capability (*.safetensors)</source>
        <translation>能力 (*.safetensors)</translation>
    </message>
    <message>
        <source>Errors per patch</source>
        <translation>各区块的误差</translation>
    </message>
    <message>
        <source>Choose a picture, say what it shows, and measure.
A capability file can be dropped here as well.</source>
        <translation>选择图片，说明其内容，然后测量。
也可将能力文件拖到此处。</translation>
    </message>
    <message>
        <source>%1 · seed %2</source>
        <translation>%1 · 种子 %2</translation>
    </message>
    <message>
        <source>No pictures yet</source>
        <translation>还没有图片</translation>
    </message>
    <message>
        <source>%1: the picture cannot be read.</source>
        <translation>%1：无法读取该图片。</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>图片 %1</translation>
    </message>
    <message>
        <source>Timesteps: expected whole numbers from 0 to 999, found &quot;%1&quot;.</source>
        <translation>时间步：应为 0 到 999 的整数，却是“%1”。</translation>
    </message>
    <message>
        <source>Choose a picture to measure on.</source>
        <translation>请选择用于测量的图片。</translation>
    </message>
    <message>
        <source>Waiting for its turn …</source>
        <translation>正在等待轮到此任务…</translation>
    </message>
    <message>
        <source>Measuring, %1 of %2</source>
        <translation>正在测量，%1 / %2</translation>
    </message>
    <message>
        <source>Loading models …</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>Drop a picture here.</source>
        <translation>将图片拖到此处。</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) of the ensemble</source>
        <translation>
            <numerusform>组合中的 %n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>The measurement is of %1 models; up to %2 can be told apart here.</source>
        <translation>测量包含 %1 个模型；此处最多可区分 %2 个。</translation>
    </message>
    <message>
        <source>t = %1</source>
        <translation>t = %1</translation>
    </message>
    <message>
        <source>Choose a picture to measure on …</source>
        <translation>选择要测量的图片…</translation>
    </message>
    <message>
        <source>Measure the capability</source>
        <translation>测量能力</translation>
    </message>
    <message>
        <source>Cancel measuring</source>
        <translation>取消测量</translation>
    </message>
</context>
<context>
    <name>afa::CompareCanvas</name>
    <message>
        <source>Compared pictures</source>
        <translation>对比的图片</translation>
    </message>
    <message>
        <source>Wheel, + and − zoom into all pictures, 0 shows them whole; drag or use the arrow keys to move</source>
        <translation>滚轮、+ 和 − 同时缩放所有图片，0 显示全图；拖动或用方向键移动</translation>
    </message>
    <message>
        <source>Left: %1</source>
        <translation>左：%1</translation>
    </message>
    <message>
        <source>Right: %1</source>
        <translation>右：%1</translation>
    </message>
</context>
<context>
    <name>afa::CompareWindow</name>
    <message>
        <source>Compare pictures</source>
        <translation>对比图片</translation>
    </message>
    <message>
        <source>Divider between the two pictures</source>
        <translation>两张图片之间的分界线</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>All pictures next to each other</source>
        <translation>所有图片并排显示</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>滑动对比</translation>
    </message>
    <message>
        <source>Two pictures over each other, with a slider between them</source>
        <translation>两张图片重叠，中间有滑块</translation>
    </message>
    <message>
        <source>Left picture</source>
        <translation>左图</translation>
    </message>
    <message>
        <source>Right picture</source>
        <translation>右图</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>缩小（−）</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应</translation>
    </message>
    <message>
        <source>Show the pictures whole (0)</source>
        <translation>显示全图（0）</translation>
    </message>
    <message>
        <source>Save as one picture …</source>
        <translation>保存为一张图片…</translation>
    </message>
    <message>
        <source>A PNG of all pictures with their captions, in English</source>
        <translation>包含所有图片及英文说明的 PNG</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>全图</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 倍</translation>
    </message>
    <message>
        <source>Save the comparison as</source>
        <translation>将对比另存为</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>The comparison was saved as %1.</source>
        <translation>对比已保存为 %1。</translation>
    </message>
</context>
<context>
    <name>afa::ComparisonRun</name>
    <message>
        <source>%1: cannot be written: %2; is the disk full or read-only?</source>
        <translation>%1：无法写入：%2；磁盘已满或只读？</translation>
    </message>
    <message>
        <source>Taken off the queue</source>
        <translation>已从队列移除</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>The queue is paused</source>
        <translation>队列已暂停</translation>
    </message>
</context>
<context>
    <name>afa::CreatePage</name>
    <message>
        <source>Loading models …</source>
        <translation>正在载入模型…</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Put this request on the queue (Ctrl+Enter)</source>
        <translation>将此请求加入队列(Ctrl+回车)</translation>
    </message>
    <message>
        <source>Recent requests</source>
        <translation>最近的请求</translation>
    </message>
    <message>
        <source>Write a prompt and press Generate.
Drop a picture here to use its settings.</source>
        <translation>输入提示词,然后按“生成”。
将图片拖到此处可使用其设置。</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Show the picture that is being made</source>
        <translation>显示正在生成的图片</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Use these settings</source>
        <translation>使用这些设置</translation>
    </message>
    <message>
        <source>Same, but another seed</source>
        <translation>相同设置,换一个种子</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Details …</source>
        <translation>详细信息…</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>%1: the picture carries no settings that this program knows; nothing was changed.</source>
        <translation>%1:图片不含本程序能识别的设置;未作任何更改。</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>The settings of %1 were restored.</source>
        <translation>已恢复 %1 的设置。</translation>
    </message>
    <message numerus="yes">
        <source>The settings of %1 were restored, except %n.</source>
        <translation>
            <numerusform>已恢复 %1 的设置,%n 项除外。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The settings were restored, except %n.</source>
        <translation>
            <numerusform>设置已恢复,%n 项除外。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1  —  %2</source>
        <translation>%1  —  %2</translation>
    </message>
    <message>
        <source>(no prompt)</source>
        <translation>(无提示词)</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>The picture cannot be read: %1</source>
        <translation>无法读取图片:%1</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>图片:%1</translation>
    </message>
    <message>
        <source>Preview, step %1 of %2</source>
        <translation>预览,第 %1 步,共 %2 步</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Save picture as</source>
        <translation>图片另存为</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>%1: the picture could not be saved: %2</source>
        <translation>%1:无法保存图片:%2</translation>
    </message>
    <message>
        <source>No picture chosen.</source>
        <translation>未选择图片。</translation>
    </message>
    <message>
        <source>Make pictures to compare</source>
        <translation>生成用于对比的图片</translation>
    </message>
    <message>
        <source>Compare …</source>
        <translation>对比…</translation>
    </message>
    <message>
        <source>Compare the chosen pictures, two or more (Ctrl+K)</source>
        <translation>对比所选的两张或更多图片 (Ctrl+K)</translation>
    </message>
    <message>
        <source>Compare modes</source>
        <translation>对比各模式</translation>
    </message>
    <message>
        <source>The same prompt and seed by every single model and every way to join them</source>
        <translation>同一提示词和种子，用每个单独的模型和每种结合方式</translation>
    </message>
    <message>
        <source>Fewer steps</source>
        <translation>更少步数</translation>
    </message>
    <message>
        <source>The same prompt and seed at 50, 20 and 10 steps</source>
        <translation>同一提示词和种子，分别用 50、20、10 步</translation>
    </message>
    <message>
        <source>Explore maps</source>
        <translation>探索注意力图</translation>
    </message>
    <message numerus="yes">
        <source>Move %n picture(s) to the trash?</source>
        <translation>
            <numerusform>将 %n 张图片移到回收站？</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture&apos;s file is missing: %1</source>
        <translation>图片文件缺失：%1</translation>
    </message>
    <message>
        <source>The picture lies outside the data folder: %1</source>
        <translation>图片位于数据文件夹之外：%1</translation>
    </message>
    <message>
        <source>Folder that holds the pictures</source>
        <translation>存放图片的文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be copied into the gallery.</source>
        <translation>
            <numerusform>%n 张图片无法复制到图库。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 holds none of the pictures that are gone.</source>
        <translation>%1 中没有任何缺失的图片。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were found and copied; %1 are still gone.</source>
        <translation>
            <numerusform>已找到并复制 %n 张图片；仍缺失 %1 张。</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget pictures</source>
        <translation>移除图片记录</translation>
    </message>
    <message numerus="yes">
        <source>Take %n picture(s) whose files are gone out of the gallery? Their stars go too.</source>
        <translation>
            <numerusform>要从图库中移除 %n 张文件已缺失的图片吗？其星标也会一并移除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创作</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>图片(&amp;P)</translation>
    </message>
</context>
<context>
    <name>afa::CurvePlot</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>afa::DataPanel</name>
    <message>
        <source>Sources of training data</source>
        <translation>训练数据来源</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a folder of pictures with captions, or a list of them</source>
        <translation>添加带说明文字的图片文件夹或列表</translation>
    </message>
    <message>
        <source>Folder of pictures with .txt files …</source>
        <translation>含 .txt 说明的图片文件夹…</translation>
    </message>
    <message>
        <source>Add a folder of captioned pictures</source>
        <translation>添加带说明文字的图片文件夹</translation>
    </message>
    <message>
        <source>List of pictures (JSON lines, CSV, COCO, JourneyDB) …</source>
        <translation>图片列表（JSON Lines、CSV、COCO、JourneyDB）…</translation>
    </message>
    <message>
        <source>Add a list of captioned pictures</source>
        <translation>添加带说明文字的图片列表</translation>
    </message>
    <message>
        <source>Lists (*.jsonl *.csv *.json);;All files (*)</source>
        <translation>列表 (*.jsonl *.csv *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The example pictures</source>
        <translation>示例图片</translation>
    </message>
    <message>
        <source>Take the chosen source away</source>
        <translation>移除所选来源</translation>
    </message>
    <message>
        <source>Show problems</source>
        <translation>显示问题</translation>
    </message>
    <message>
        <source>Pictures and captions that cannot be used, and why</source>
        <translation>无法使用的图片和说明及其原因</translation>
    </message>
    <message>
        <source>Problems of the training data</source>
        <translation>训练数据的问题</translation>
    </message>
    <message>
        <source>Pictures and captions</source>
        <translation>图片和说明</translation>
    </message>
    <message>
        <source>No training data yet. Add a folder of pictures with captions, or drop it here.</source>
        <translation>还没有训练数据。请添加带说明文字的图片文件夹，或拖放到此处。</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message numerus="yes">
        <source>%n captioned picture(s)</source>
        <translation>
            <numerusform>%n 张带说明的图片</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 are shown</source>
        <translation>显示前 %1 张</translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be used</source>
        <translation>
            <numerusform>%n 张无法使用</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afa::EditRequestDialog</name>
    <message>
        <source>Edit job</source>
        <translation>编辑任务</translation>
    </message>
</context>
<context>
    <name>afa::Ensemble</name>
    <message>
        <source>is not in the library; add its folder</source>
        <translation>不在模型库中;请添加其文件夹</translation>
    </message>
    <message>
        <source>is gone: moved or deleted</source>
        <translation>已不存在:被移动或删除</translation>
    </message>
    <message>
        <source>lacks a text encoder or a VAE</source>
        <translation>缺少文本编码器或 VAE</translation>
    </message>
    <message>
        <source>has another architecture than %1</source>
        <translation>架构与 %1 不同</translation>
    </message>
    <message numerus="yes">
        <source>joins %n model(s)</source>
        <translation>
            <numerusform>组合 %n 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>已选 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>the models are still being read</source>
        <translation>模型仍在读取</translation>
    </message>
    <message>
        <source>made for another architecture</source>
        <translation>适用于其他架构</translation>
    </message>
    <message>
        <source>trained with %1, which is not chosen</source>
        <translation>与未选择的 %1 一起训练</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>needs an aggregator</source>
        <translation>需要聚合器</translation>
    </message>
    <message>
        <source>needs two models or more</source>
        <translation>需要两个或更多模型</translation>
    </message>
    <message>
        <source>No base model is chosen. Choose one or more in the Library.</source>
        <translation>未选择基础模型。请在模型库中选择一个或多个。</translation>
    </message>
    <message>
        <source>The mode needs an aggregator. Choose one, or another mode.</source>
        <translation>此模式需要聚合器。请选择聚合器或其他模式。</translation>
    </message>
    <message>
        <source>The aggregator %1 is not in the library.</source>
        <translation>聚合器 %1 不在模型库中。</translation>
    </message>
    <message>
        <source>The aggregator %1 does not fit: %2.</source>
        <translation>聚合器 %1 不适用:%2。</translation>
    </message>
    <message>
        <source>%1 and %2 are the same weights.</source>
        <translation>%1 与 %2 的权重相同。</translation>
    </message>
    <message>
        <source>The models take about %1, %2 of memory are free.</source>
        <translation>模型约需 %1,可用内存为 %2。</translation>
    </message>
    <message>
        <source>Model %1: %2</source>
        <translation>模型 %1:%2</translation>
    </message>
    <message>
        <source>host</source>
        <translation>主模型</translation>
    </message>
</context>
<context>
    <name>afa::EnsemblePanel</name>
    <message>
        <source>Aggregator</source>
        <translation>聚合器</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Base models of the ensemble, in order</source>
        <translation>集成中的基础模型(按顺序)</translation>
    </message>
    <message>
        <source>Add base models from the table: double-click, or drop files here.</source>
        <translation>从表格添加基础模型:双击,或将文件拖到此处。</translation>
    </message>
    <message>
        <source>Move the model up</source>
        <translation>上移模型</translation>
    </message>
    <message>
        <source>Move the model down</source>
        <translation>下移模型</translation>
    </message>
    <message>
        <source>Take the model out of the ensemble</source>
        <translation>从集成中移除模型</translation>
    </message>
    <message>
        <source>Make host</source>
        <translation>设为主模型</translation>
    </message>
    <message>
        <source>The host&apos;s VAE and tokenizer serve all models</source>
        <translation>所有模型共用主模型的 VAE 和分词器</translation>
    </message>
    <message>
        <source>The trained network that decides how much of each model goes on</source>
        <translation>决定各模型占比的已训练网络</translation>
    </message>
    <message>
        <source>How the models are joined</source>
        <translation>模型的组合方式</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>集成</translation>
    </message>
    <message numerus="yes">
        <source>Ready: %n model(s).</source>
        <translation>
            <numerusform>就绪:%n 个模型。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afa::EnsembleSummary</name>
    <message>
        <source>How the models are joined</source>
        <translation>模型的组合方式</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Choose other models in the Library</source>
        <translation>在模型库中选择其他模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>host</source>
        <translation>主模型</translation>
    </message>
    <message>
        <source>Its VAE and tokenizer serve all</source>
        <translation>其 VAE 和分词器供所有模型使用</translation>
    </message>
    <message>
        <source>None chosen yet.</source>
        <translation>尚未选择。</translation>
    </message>
</context>
<context>
    <name>afa::ExplorePage</name>
    <message>
        <source>Here you see which model the ensemble trusts where, at every step and stage.
Make a picture, choose “Explore maps” at one of the gallery whose maps were kept, or drop a maps file.</source>
        <translation>此处显示组合在每一步、每一级的各个位置信任哪个模型。
请生成图片，或对图库中保留了注意力图的图片选择“探索注意力图”，或将注意力图文件拖到此处。</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>注意力图</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>What an aggregator does with the models while a picture is made</source>
        <translation>生成图片时聚合器如何使用各模型</translation>
    </message>
    <message>
        <source>Which model denoises which part of a picture best</source>
        <translation>哪个模型对图片的哪一部分去噪最好</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Show the maps of the picture that is being made</source>
        <translation>显示正在生成的图片的注意力图</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the maps of a picture</source>
        <translation>打开某张图片的注意力图</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Set a second picture&apos;s maps beside these</source>
        <translation>将第二张图片的注意力图并排显示</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Save what is shown</source>
        <translation>保存所显示的内容</translation>
    </message>
    <message>
        <source>Play the steps (Space)</source>
        <translation>播放各步（空格键）</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Step of the sampler (left and right arrow)</source>
        <translation>采样器的步（左右方向键）</translation>
    </message>
    <message>
        <source>Figure of the overview</source>
        <translation>总览的指标</translation>
    </message>
    <message>
        <source>What each cell&apos;s colour tells about its map</source>
        <translation>每个单元格的颜色表示其注意力图的哪项指标</translation>
    </message>
    <message>
        <source>Mean weight of the model</source>
        <translation>该模型的平均权重</translation>
    </message>
    <message>
        <source>Entropy over the models</source>
        <translation>各模型间的熵</translation>
    </message>
    <message>
        <source>Spatial variation of the model&apos;s weight</source>
        <translation>该模型权重的空间变化</translation>
    </message>
    <message>
        <source>Save as merge recipe …</source>
        <translation>另存为合并配方…</translation>
    </message>
    <message>
        <source>One weight per stage and model: what `afa merge --recipe` merges the models by</source>
        <translation>每级每个模型一个权重：`afa merge --recipe` 按此合并模型</translation>
    </message>
    <message>
        <source>Mean of the weights over steps, positions and both halves: how an ordinary merge of the models could imitate this ensemble.</source>
        <translation>权重在各步、各位置及两半上的平均：普通的模型合并可借此模仿该组合。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>插图</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>%1   and   %2</source>
        <translation>%1   与   %2</translation>
    </message>
    <message>
        <source>step %1 of %2 · t = %3</source>
        <translation>第 %1 / %2 步 · t = %3</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>mean weight of %1</source>
        <translation>%1 的平均权重</translation>
    </message>
    <message>
        <source>%1: its maps were not kept. Switch on “Keep maps” in Create and make the picture again: the same settings and seed give the same maps.</source>
        <translation>%1：其注意力图未保留。请在“创作”中打开“保留注意力图”并重新生成：相同设置和种子得到相同的注意力图。</translation>
    </message>
    <message>
        <source>%1: there is not enough memory to open it.</source>
        <translation>%1：内存不足，无法打开。</translation>
    </message>
    <message>
        <source>Maps file …</source>
        <translation>注意力图文件…</translation>
    </message>
    <message>
        <source>The picture made last</source>
        <translation>最近生成的图片</translation>
    </message>
    <message>
        <source>Pictures whose maps were kept</source>
        <translation>保留了注意力图的图片</translation>
    </message>
    <message>
        <source>%1 · seed %2</source>
        <translation>%1 · 种子 %2</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Swap the two</source>
        <translation>互换两者</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>停止比较</translation>
    </message>
    <message>
        <source>Open maps</source>
        <translation>打开注意力图</translation>
    </message>
    <message>
        <source>Maps (*.safetensors)</source>
        <translation>注意力图 (*.safetensors)</translation>
    </message>
    <message>
        <source>The picture being made</source>
        <translation>正在生成的图片</translation>
    </message>
    <message>
        <source>%1: the picture cannot be read.</source>
        <translation>%1：无法读取该图片。</translation>
    </message>
    <message>
        <source>the maps are of %1 models; up to %2 can be told apart here. `afa maps --csv` prints them all.</source>
        <translation>注意力图包含 %1 个模型；此处最多可区分 %2 个。`afa maps --csv` 可输出全部。</translation>
    </message>
    <message>
        <source>the record has no maps to show: no stage was joined by an aggregator.</source>
        <translation>记录中没有可显示的注意力图：没有任何一级由聚合器连接。</translation>
    </message>
    <message>
        <source>Play the steps</source>
        <translation>播放各步</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next stage</source>
        <translation>下一阶段</translation>
    </message>
    <message>
        <source>Previous stage</source>
        <translation>上一阶段</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Dominant model</source>
        <translation>主导模型</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Remove all regions</source>
        <translation>移除所有区域</translation>
    </message>
    <message>
        <source>Open a maps file …</source>
        <translation>打开注意力图文件…</translation>
    </message>
    <message>
        <source>Show the picture made last</source>
        <translation>显示最近生成的图片</translation>
    </message>
    <message>
        <source>Compare with a maps file …</source>
        <translation>与注意力图文件比较…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>&amp;Explore</source>
        <translation>探索(&amp;E)</translation>
    </message>
</context>
<context>
    <name>afa::FigureView</name>
    <message>
        <source>%1: expected numbers such as 1, 24 or ranges such as 0-40/10, found &quot;%2&quot;.</source>
        <translation>%1：应为如 1, 24 的数字或如 0-40/10 的范围，却是“%2”。</translation>
    </message>
    <message>
        <source>as in the paper</source>
        <translation>与论文相同</translation>
    </message>
    <message>
        <source>Stages of the figure, from 1: 1, 24 or 1-25/6</source>
        <translation>插图的级，从 1 开始：1, 24 或 1-25/6</translation>
    </message>
    <message>
        <source>evenly spread</source>
        <translation>均匀分布</translation>
    </message>
    <message>
        <source>Steps of the figure, from 0 as in files: 0, 10, 20 or 0-49/7</source>
        <translation>插图的步，与文件一样从 0 开始：0, 10, 20 或 0-49/7</translation>
    </message>
    <message>
        <source>Maps as in the paper&apos;s Figure 6</source>
        <translation>论文图 6 样式的注意力图</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>级</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步</translation>
    </message>
</context>
<context>
    <name>afa::Gallery</name>
    <message>
        <source>%1: is no picture of the gallery&apos;s folder, so it is left as it is. Delete it in a file manager if it shall go.</source>
        <translation>%1：不是图库文件夹中的图片，因此保持原样。如需删除，请在文件管理器中删除。</translation>
    </message>
</context>
<context>
    <name>afa::GalleryModel</name>
    <message>
        <source>%1
seed %2, %3 × %4</source>
        <translation>%1
种子 %2,%3 × %4</translation>
    </message>
    <message>
        <source>Favourite picture: %1</source>
        <translation>收藏的图片:%1</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>图片:%1</translation>
    </message>
    <message>
        <source>%1
%2: %3</source>
        <translation>%1
%2：%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>File missing</source>
        <translation>文件缺失</translation>
    </message>
    <message>
        <source>In another folder</source>
        <translation>在其他文件夹中</translation>
    </message>
</context>
<context>
    <name>afa::GalleryPanel</name>
    <message>
        <source>Gallery</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>Search prompts</source>
        <translation>搜索提示词</translation>
    </message>
    <message>
        <source>Show favourites only</source>
        <translation>仅显示收藏</translation>
    </message>
    <message>
        <source>Pictures you make appear here.</source>
        <translation>生成的图片会显示在这里。</translation>
    </message>
    <message>
        <source>No picture matches.</source>
        <translation>没有匹配的图片。</translation>
    </message>
    <message>
        <source>Locate …</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Choose a folder that holds files of these names; they are copied into the gallery&apos;s folder</source>
        <translation>选择包含这些同名文件的文件夹；文件会复制到图库文件夹中</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take these pictures out of the gallery; no file is deleted</source>
        <translation>从图库中移除这些图片；不会删除任何文件</translation>
    </message>
    <message numerus="yes">
        <source>The files of %n picture(s) are gone.</source>
        <translation>
            <numerusform>%n 张图片的文件已缺失。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afa::HistoryPanel</name>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Models: %1</source>
        <translation>模型：%1</translation>
    </message>
    <message>
        <source>Data: %1</source>
        <translation>数据：%1</translation>
    </message>
    <message>
        <source>All other settings at their defaults</source>
        <translation>其他设置均为默认值</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>结果：%1</translation>
    </message>
    <message>
        <source>Training runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>Choose one or more runs to see their curves in one plot</source>
        <translation>选择一个或多个训练，在同一图中查看曲线</translation>
    </message>
    <message>
        <source>Curves of the chosen runs</source>
        <translation>所选训练的曲线</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on from the saved state</source>
        <translation>从保存的状态继续</translation>
    </message>
    <message>
        <source>Use these settings</source>
        <translation>使用这些设置</translation>
    </message>
    <message>
        <source>Put the run&apos;s data and settings into the form</source>
        <translation>将该训练的数据和设置填入表单</translation>
    </message>
    <message>
        <source>Move the run to the trash; its finished aggregator stays</source>
        <translation>将该训练移到回收站；已完成的聚合器保留</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>No runs yet. Every training is kept here.</source>
        <translation>还没有训练记录。每次训练都会保存在这里。</translation>
    </message>
    <message>
        <source>Use the run&apos;s settings</source>
        <translation>使用该次训练的设置</translation>
    </message>
    <message>
        <source>Show the run in its folder</source>
        <translation>在文件夹中显示该次训练</translation>
    </message>
    <message>
        <source>Continue the chosen run</source>
        <translation>继续所选的训练</translation>
    </message>
</context>
<context>
    <name>afa::InfoBar</name>
    <message>
        <source>Problem: %1</source>
        <translation>问题:%1</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>显示或隐藏详细信息</translation>
    </message>
</context>
<context>
    <name>afa::JobRunner</name>
    <message>
        <source>%1. Everything was freed; choose a smaller size or fewer models.</source>
        <translation>%1。已释放全部内存;请选择较小的尺寸或较少的模型。</translation>
    </message>
    <message>
        <source>There was not enough memory. Choose a smaller size or fewer models.</source>
        <translation>内存不足。请选择较小的尺寸或较少的模型。</translation>
    </message>
    <message>
        <source>The work stopped for an unknown reason.</source>
        <translation>任务因未知原因停止。</translation>
    </message>
</context>
<context>
    <name>afa::KeepMapsBox</name>
    <message>
        <source>Keep each picture&apos;s attention maps beside it, for the Explore page; they go to the trash with their picture</source>
        <translation>将每张图片的注意力图与图片一同保留，供“探索”页使用；它们随图片一起移入回收站</translation>
    </message>
    <message>
        <source>Keep maps</source>
        <translation>保留注意力图</translation>
    </message>
    <message>
        <source>Keep maps (this mode has none)</source>
        <translation>保留注意力图（此模式没有）</translation>
    </message>
    <message>
        <source>Keep maps (%1 a picture)</source>
        <translation>保留注意力图（每张图片 %1）</translation>
    </message>
</context>
<context>
    <name>afa::LibraryModel</name>
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
        <source>tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>scheduler</source>
        <translation>调度器</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message numerus="yes">
        <source>Aggregator for %n model(s)</source>
        <translation>
            <numerusform>%n 个模型的聚合器</numerusform>
        </translation>
    </message>
    <message>
        <source>Attention maps</source>
        <translation>注意力图</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>%1 (demo)</source>
        <translation>%1(演示)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>组成</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>哈希</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>无法读取</translation>
    </message>
</context>
<context>
    <name>afa::LibraryPage</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Filter by name, kind, hash …</source>
        <translation>按名称、类型、哈希筛选…</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Where the library looks for models</source>
        <translation>模型库查找模型的位置</translation>
    </message>
    <message>
        <source>No models yet. Add a folder with Stable Diffusion 1.x models, or drop files here.</source>
        <translation>还没有模型。请添加包含 Stable Diffusion 1.x 模型的文件夹,或将文件拖到此处。</translation>
    </message>
    <message>
        <source>No model matches.</source>
        <translation>没有匹配的模型。</translation>
    </message>
    <message>
        <source>Free models</source>
        <translation>释放模型</translation>
    </message>
    <message>
        <source>Give the models&apos; memory back; they are loaded again when needed</source>
        <translation>释放模型占用的内存;需要时会重新载入</translation>
    </message>
    <message>
        <source>Add a model file …</source>
        <translation>添加模型文件…</translation>
    </message>
    <message>
        <source>Leave out %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Add a folder of models</source>
        <translation>添加模型文件夹</translation>
    </message>
    <message>
        <source>Add a model file</source>
        <translation>添加模型文件</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.ckpt *.pt)</source>
        <translation>模型 (*.safetensors *.ckpt *.pt)</translation>
    </message>
    <message>
        <source>Load models</source>
        <translation>加载模型</translation>
    </message>
    <message>
        <source>Bring the ensemble&apos;s models into memory now, so that the next picture starts at once</source>
        <translation>现在就把集成的模型载入内存，使下一张图片立即开始</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>%1 in use, %2 free</source>
        <translation>已用 %1，空闲 %2</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>模型库</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>模型库(&amp;L)</translation>
    </message>
    <message>
        <source>Add a model folder …</source>
        <translation>添加模型文件夹…</translation>
    </message>
    <message>
        <source>Look for models again</source>
        <translation>重新查找模型</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translation>计算设备</translation>
    </message>
    <message>
        <source>Automatic (the GPU where there is one)</source>
        <translation>自动（有 GPU 时使用 GPU）</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>GPU (CUDA)</source>
        <translation>GPU (CUDA)</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>fp32: exact, twice the memory</source>
        <translation>fp32：精确，内存加倍</translation>
    </message>
    <message>
        <source>bf16: wide range</source>
        <translation>bf16：数值范围大</translation>
    </message>
    <message>
        <source>fp16: for GPUs without bf16</source>
        <translation>fp16：用于不支持 bf16 的 GPU</translation>
    </message>
</context>
<context>
    <name>afa::MainWindow</name>
    <message>
        <source>AFA Studio</source>
        <translation>AFA Studio</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>转到%1</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Use a picture&apos;s settings …</source>
        <translation>使用图片的设置…</translation>
    </message>
    <message>
        <source>Open the pictures&apos; folder</source>
        <translation>打开图片文件夹</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About AFA Studio</source>
        <translation>关于 AFA Studio(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Looking for the device …</source>
        <translation>正在查找设备…</translation>
    </message>
    <message numerus="yes">
        <source>Making a picture, %n job(s) waiting</source>
        <translation>
            <numerusform>正在生成图片,%n 个任务等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>Making a picture</source>
        <translation>正在生成图片</translation>
    </message>
    <message numerus="yes">
        <source>Queue paused, %n job(s) waiting</source>
        <translation>
            <numerusform>队列已暂停,%n 个任务等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading models …</source>
        <translation>正在读取模型…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Use a picture&apos;s settings</source>
        <translation>使用图片的设置</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>About AFA Studio</source>
        <translation>关于 AFA Studio</translation>
    </message>
    <message>
        <source>&lt;h3&gt;AFA Studio %1&lt;/h3&gt;&lt;p&gt;Makes pictures with several Stable Diffusion models at once, joined by adaptive feature aggregation (&quot;Ensembling Diffusion Models via Adaptive Feature Aggregation&quot;).&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;AFA Studio %1&lt;/h3&gt;&lt;p&gt;同时使用多个 Stable Diffusion 模型生成图片,通过自适应特征聚合进行组合(“Ensembling Diffusion Models via Adaptive Feature Aggregation”)。&lt;/p&gt;&lt;p&gt;自由软件,采用 GNU 通用公共许可证第 3 版或更新版本。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Saving the training&apos;s state …</source>
        <translation>正在保存训练状态…</translation>
    </message>
    <message>
        <source>Training %1, step %2 of %3</source>
        <translation>正在训练 %1，第 %2 步，共 %3 步</translation>
    </message>
    <message>
        <source>Leave AFA Studio</source>
        <translation>退出 AFA Studio</translation>
    </message>
    <message>
        <source>%1 is being trained.</source>
        <translation>正在训练 %1。</translation>
    </message>
    <message>
        <source>Its state is saved before the program ends, and you can continue the training next time.</source>
        <translation>程序结束前会保存训练状态，下次可以继续训练。</translation>
    </message>
    <message>
        <source>Save and leave</source>
        <translation>保存并退出</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Preparing the training of %1</source>
        <translation>正在准备训练 %1</translation>
    </message>
    <message>
        <source>Models are being merged.</source>
        <translation>正在合并模型。</translation>
    </message>
    <message>
        <source>The merge stops when the program ends, and no file of it is left:
%1</source>
        <translation>程序结束时合并会停止，不会留下任何文件：
%1</translation>
    </message>
    <message>
        <source>Stop it and leave</source>
        <translation>停止并退出</translation>
    </message>
</context>
<context>
    <name>afa::MapView</name>
    <message>
        <source>%1: the file could not be written; choose a folder that can be written to.</source>
        <translation>%1：无法写入该文件；请选择可写入的文件夹。</translation>
    </message>
    <message>
        <source>PNG, 300 dpi (*.png);;SVG (*.svg)</source>
        <translation>PNG，300 dpi (*.png);;SVG (*.svg)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>This view …</source>
        <translation>当前视图…</translation>
    </message>
    <message>
        <source>Figure as in the paper …</source>
        <translation>论文样式的插图…</translation>
    </message>
    <message>
        <source>Overview …</source>
        <translation>总览…</translation>
    </message>
    <message>
        <source>Curves over steps …</source>
        <translation>随步变化的曲线…</translation>
    </message>
    <message>
        <source>Curves over stages …</source>
        <translation>随级变化的曲线…</translation>
    </message>
    <message>
        <source>Values of the curves …</source>
        <translation>曲线的数值…</translation>
    </message>
    <message>
        <source>Weights of this map …</source>
        <translation>此注意力图的权重…</translation>
    </message>
    <message>
        <source>Means of all maps …</source>
        <translation>所有注意力图的平均值…</translation>
    </message>
    <message>
        <source>Learned recipe for merging …</source>
        <translation>学到的合并配方…</translation>
    </message>
    <message>
        <source>Recipe (*.json)</source>
        <translation>配方 (*.json)</translation>
    </message>
    <message>
        <source>All maps …</source>
        <translation>所有注意力图…</translation>
    </message>
    <message>
        <source>Maps (*.safetensors)</source>
        <translation>注意力图 (*.safetensors)</translation>
    </message>
    <message>
        <source>There are no maps to export; open some first.</source>
        <translation>没有可导出的注意力图；请先打开。</translation>
    </message>
    <message>
        <source>There is no map at this step and stage; choose another.</source>
        <translation>此步此级没有注意力图；请选择其他位置。</translation>
    </message>
    <message>
        <source>model with the largest weight</source>
        <translation>权重最大的模型</translation>
    </message>
    <message>
        <source>stage %1 (%2)</source>
        <translation>第 %1 级（%2）</translation>
    </message>
    <message>
        <source>step %1 of %2, t = %3</source>
        <translation>第 %1 / %2 步，t = %3</translation>
    </message>
    <message>
        <source>mean of with and without prompt</source>
        <translation>有提示词与无提示词的平均</translation>
    </message>
    <message>
        <source>with prompt</source>
        <translation>有提示词</translation>
    </message>
    <message>
        <source>without prompt</source>
        <translation>无提示词</translation>
    </message>
    <message>
        <source>entropy over the models</source>
        <translation>各模型间的熵</translation>
    </message>
    <message>
        <source>dominant model</source>
        <translation>主导模型</translation>
    </message>
    <message>
        <source>weight of %1</source>
        <translation>%1 的权重</translation>
    </message>
    <message>
        <source>difference (second − first): %1</source>
        <translation>差值（第二 − 第一）：%1</translation>
    </message>
    <message>
        <source>This step has not been made yet.</source>
        <translation>此步尚未完成。</translation>
    </message>
    <message>
        <source>No map at this step and stage: no aggregator joins it.</source>
        <translation>此步此级没有注意力图：没有聚合器连接该级。</translation>
    </message>
    <message>
        <source>second − first</source>
        <translation>第二 − 第一</translation>
    </message>
    <message>
        <source>Attention map</source>
        <translation>注意力图</translation>
    </message>
    <message>
        <source>Attention map of the second picture</source>
        <translation>第二张图片的注意力图</translation>
    </message>
    <message>
        <source>Difference of the attention maps</source>
        <translation>注意力图的差值</translation>
    </message>
    <message>
        <source>The second picture&apos;s view …</source>
        <translation>第二张图片的视图…</translation>
    </message>
    <message>
        <source>Difference of the two …</source>
        <translation>两者的差异…</translation>
    </message>
    <message>
        <source>There is no second picture; choose one at “Compare” first.</source>
        <translation>没有第二张图片；请先在“比较”中选择一张。</translation>
    </message>
</context>
<context>
    <name>afa::MergeForm</name>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>How the models become one</source>
        <translation>如何把多个模型合成一个</translation>
    </message>
    <message>
        <source>Block by block (MBW)</source>
        <translation>逐块（MBW）</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>加权</translation>
    </message>
    <message>
        <source>Add the difference: A + x (B - C)</source>
        <translation>加上差值：A + x (B - C)</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Known curves over the blocks, as a start</source>
        <translation>各块上的常用曲线，作为起点</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Text encoder and VAE, share of B</source>
        <translation>文本编码器与 VAE，B 的份额</translation>
    </message>
    <message>
        <source>The second model&apos;s share of everything outside the U-Net</source>
        <translation>第二个模型在 U-Net 之外各部分中的份额</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>How much of the difference between B and C is added to A</source>
        <translation>B 与 C 之差有多少加到 A 上</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>What turns latents into pictures</source>
        <translation>把潜变量变成图片的部分</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>How the values are stored</source>
        <translation>数值的存储方式</translation>
    </message>
    <message>
        <source>As in the first model</source>
        <translation>与第一个模型相同</translation>
    </message>
    <message>
        <source>Merged like the rest</source>
        <translation>与其余部分一同合并</translation>
    </message>
    <message>
        <source>That of %1, %2</source>
        <translation>%1 的，%2</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>%1 的权重</translation>
    </message>
    <message>
        <source>Weights that do not sum to 1 are divided by their sum</source>
        <translation>总和不为 1 的权重会除以其总和</translation>
    </message>
    <message>
        <source>Takes three models. Choose them in the Library.</source>
        <translation>需要三个模型。请在模型库中选择。</translation>
    </message>
    <message>
        <source>Text encoder and VAE</source>
        <translation>文本编码器与 VAE</translation>
    </message>
</context>
<context>
    <name>afa::MergePage</name>
    <message>
        <source>Made without writing a model; the picture is in the gallery.</source>
        <translation>未写入模型即已生成；图片在图库中。</translation>
    </message>
    <message>
        <source>Being made …</source>
        <translation>正在生成…</translation>
    </message>
    <message>
        <source>Single file (.safetensors)</source>
        <translation>单个文件（.safetensors）</translation>
    </message>
    <message>
        <source>Folder (diffusers)</source>
        <translation>文件夹（diffusers）</translation>
    </message>
    <message>
        <source>Layout of the merged model</source>
        <translation>合并后模型的格式</translation>
    </message>
    <message>
        <source>Where the merged model goes</source>
        <translation>合并后模型的存放位置</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose where the merged model goes</source>
        <translation>选择合并后模型的存放位置</translation>
    </message>
    <message>
        <source>Merged model</source>
        <translation>合并后的模型</translation>
    </message>
    <message>
        <source>Progress of the merge</source>
        <translation>合并进度</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Write the merged model; it appears when it is complete</source>
        <translation>写入合并后的模型；完成后才会出现</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop merging; nothing is left behind</source>
        <translation>停止合并；不留下任何文件</translation>
    </message>
    <message>
        <source>Open a recipe …</source>
        <translation>打开配方…</translation>
    </message>
    <message>
        <source>Save the recipe …</source>
        <translation>保存配方…</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Prompt to try the merge with</source>
        <translation>用于试用合并的提示词</translation>
    </message>
    <message>
        <source>What to draw; size, steps and the like are those of the Create page</source>
        <translation>要画的内容；尺寸、步数等沿用“创作”页的设置</translation>
    </message>
    <message>
        <source>What the merge shall draw</source>
        <translation>让合并后的模型画什么</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Draw a picture by this recipe without writing a model (Ctrl+Shift+R)</source>
        <translation>按此配方画一张图，不写入模型（Ctrl+Shift+R）</translation>
    </message>
    <message>
        <source>Try a recipe before it is written: the picture comes here.</source>
        <translation>写入之前先试用配方：图片会显示在这里。</translation>
    </message>
    <message>
        <source>A merge takes two models or more. Choose them in the Library.</source>
        <translation>合并需要两个或更多模型。请在模型库中选择。</translation>
    </message>
    <message>
        <source>The disk has %1 free, the merged model takes %2.</source>
        <translation>磁盘剩余 %1，合并后的模型需要 %2。</translation>
    </message>
    <message>
        <source>Size %1; takes about %2.</source>
        <translation>大小 %1；约需 %2。</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>模型 (*.safetensors)</translation>
    </message>
    <message>
        <source>Replace the model?</source>
        <translation>替换模型？</translation>
    </message>
    <message>
        <source>%1 exists. Shall it be replaced?</source>
        <translation>%1 已存在。要替换吗？</translation>
    </message>
    <message>
        <source>On the queue …</source>
        <translation>已加入队列…</translation>
    </message>
    <message>
        <source>Open a recipe</source>
        <translation>打开配方</translation>
    </message>
    <message>
        <source>Recipes (*.json *.txt *.csv);;All files (*)</source>
        <translation>配方 (*.json *.txt *.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation>保存配方</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>配方 (*.json)</translation>
    </message>
    <message>
        <source>%1: the recipe could not be written: %2</source>
        <translation>%1：无法写入配方：%2</translation>
    </message>
    <message>
        <source>The picture failed.</source>
        <translation>图片生成失败。</translation>
    </message>
    <message>
        <source>The picture was cancelled.</source>
        <translation>图片已取消。</translation>
    </message>
    <message>
        <source>Cancel the merge</source>
        <translation>取消合并</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>合并(&amp;M)</translation>
    </message>
    <message>
        <source>Merge into a model</source>
        <translation>合并为一个模型</translation>
    </message>
    <message>
        <source>Try the recipe</source>
        <translation>试用配方</translation>
    </message>
</context>
<context>
    <name>afa::MergeSearching</name>
    <message>
        <source>Block weights are being searched; pictures wait until the search ends or is stopped</source>
        <translation>正在搜索分块权重；图片将等到搜索结束或被停止</translation>
    </message>
    <message>
        <source>The search stopped: %1 What was tried is kept; it can be continued.</source>
        <translation>搜索已停止：%1 已试过的结果会保留；可以继续。</translation>
    </message>
    <message>
        <source>The search is done. Recipe and curve of scores are in %1.</source>
        <translation>搜索完成。配方和得分曲线位于 %1。</translation>
    </message>
</context>
<context>
    <name>afa::Merging</name>
    <message>
        <source>The merge failed: %1</source>
        <translation>合并失败：%1</translation>
    </message>
</context>
<context>
    <name>afa::Mode</name>
    <message>
        <source>Adaptive (AFA)</source>
        <translation>自适应 (AFA)</translation>
    </message>
    <message>
        <source>Adaptive, last stage only</source>
        <translation>自适应，仅最后阶段</translation>
    </message>
    <message>
        <source>Average after every stage</source>
        <translation>每个阶段后取平均</translation>
    </message>
    <message>
        <source>Average of the noise</source>
        <translation>噪声平均</translation>
    </message>
    <message>
        <source>MagicFusion</source>
        <translation>MagicFusion</translation>
    </message>
    <message>
        <source>One model after the other</source>
        <translation>模型依次运行</translation>
    </message>
    <message>
        <source>Weights merged</source>
        <translation>权重合并</translation>
    </message>
    <message>
        <source>Only %1: %2</source>
        <translation>仅 %1：%2</translation>
    </message>
</context>
<context>
    <name>afa::ModelBadge</name>
    <message>
        <source>Model %1</source>
        <translation>模型 %1</translation>
    </message>
</context>
<context>
    <name>afa::ModelDetails</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>%1 million</source>
        <translation>%1 百万</translation>
    </message>
    <message>
        <source>Pictures of</source>
        <translation>图片尺寸</translation>
    </message>
    <message>
        <source>%1 × %1 pixels</source>
        <translation>%1 × %1 像素</translation>
    </message>
    <message>
        <source>Trained with</source>
        <translation>训练所用模型</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Open the model&apos;s folder in the file manager</source>
        <translation>在文件管理器中打开模型所在文件夹</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Add to ensemble</source>
        <translation>加入集成</translation>
    </message>
    <message>
        <source>Use this aggregator</source>
        <translation>使用此聚合器</translation>
    </message>
    <message>
        <source>Put the model at the end of the ensemble (Enter)</source>
        <translation>将模型加到集成末尾(回车)</translation>
    </message>
    <message>
        <source>Join the ensemble with this aggregator (Enter)</source>
        <translation>用此聚合器组合集成(回车)</translation>
    </message>
</context>
<context>
    <name>afa::OptionCombo</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
</context>
<context>
    <name>afa::OverviewMatrix</name>
    <message>
        <source>Overview of all steps and stages</source>
        <translation>所有步与级的总览</translation>
    </message>
    <message>
        <source>entropy over the models</source>
        <translation>各模型间的熵</translation>
    </message>
    <message>
        <source>spatial variation of %1 (standard deviation)</source>
        <translation>%1 的空间变化（标准差）</translation>
    </message>
    <message>
        <source>mean weight of %1</source>
        <translation>%1 的平均权重</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>级</translation>
    </message>
    <message>
        <source>Step %1, stage %2 (%3): %4</source>
        <translation>第 %1 步，第 %2 级（%3）：%4</translation>
    </message>
    <message>
        <source>no map</source>
        <translation>没有注意力图</translation>
    </message>
</context>
<context>
    <name>afa::PictureDetails</name>
    <message>
        <source>Picture details</source>
        <translation>图片详细信息</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>反向提示词</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Aggregator</source>
        <translation>聚合器</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Guidance (CFG)</source>
        <translation>引导强度 (CFG)</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>采样器</translation>
    </message>
    <message>
        <source>, Karras</source>
        <translation>,Karras</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The picture carries none.</source>
        <translation>图片中没有。</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>生成时间</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>afa::ProgressStrip</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Progress of the job</source>
        <translation>任务进度</translation>
    </message>
    <message>
        <source>Stop the running job (Esc)</source>
        <translation>停止正在运行的任务(Esc)</translation>
    </message>
    <message>
        <source>Go on with the waiting jobs</source>
        <translation>继续执行等待中的任务</translation>
    </message>
    <message numerus="yes">
        <source>The queue is paused; %n job(s) waiting.</source>
        <translation>
            <numerusform>队列已暂停;%n 个任务等待中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步,共 %2 步</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>正在解码</translation>
    </message>
    <message>
        <source>Loading models</source>
        <translation>正在载入模型</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <translation>第 %1 张,共 %2 张</translation>
    </message>
    <message>
        <source>%1 s/step</source>
        <translation>%1 秒/步</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>另有 %n 个等待中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n job(s) waiting.</source>
        <translation>
            <numerusform>%1；%n 个任务在等待。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afa::PromptEdit</name>
    <message>
        <source>Tokens used of those the text encoder takes; what does not fit is struck through</source>
        <translation>已用词元数 / 文本编码器可接受的词元数;超出部分以删除线标出</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 tokens used</source>
        <translation>已用 %1 个词元,共 %2 个</translation>
    </message>
</context>
<context>
    <name>afa::QueueModel</name>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>CFG %1</source>
        <translation>CFG %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加时间</translation>
    </message>
    <message>
        <source>the models&apos; size</source>
        <translation>模型的尺寸</translation>
    </message>
</context>
<context>
    <name>afa::QueuePage</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制任务</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>取消任务</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>全部取消</translation>
    </message>
    <message>
        <source>Stop the running job and cancel those that wait</source>
        <translation>停止正在运行的任务并取消等待中的任务</translation>
    </message>
    <message>
        <source>Clear ended</source>
        <translation>清除已结束</translation>
    </message>
    <message>
        <source>Take done, failed and cancelled jobs off the list; their pictures stay</source>
        <translation>从列表中移除已完成、失败和已取消的任务;图片会保留</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>No jobs. What you generate is listed here, and waits here while another job runs.</source>
        <translation>没有任务。生成的内容会列在这里,并在其他任务运行时在此等待。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on with the waiting jobs</source>
        <translation>继续执行等待中的任务</translation>
    </message>
    <message>
        <source>Let the running job end, and start no other</source>
        <translation>等待当前任务结束,不再开始新任务</translation>
    </message>
    <message>
        <source>The job has begun in the meantime and runs as it was; the changed one is a job of its own.</source>
        <translation>该任务已开始，将按原样运行；修改后的作为单独的任务。</translation>
    </message>
    <message>
        <source>Cancel all jobs</source>
        <translation>取消所有任务</translation>
    </message>
    <message>
        <source>Clear ended jobs</source>
        <translation>清除已结束的任务</translation>
    </message>
    <message>
        <source>Go on with the queue</source>
        <translation>继续队列</translation>
    </message>
    <message>
        <source>Pause the queue</source>
        <translation>暂停队列</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>队列(&amp;Q)</translation>
    </message>
    <message>
        <source>Cancel the running job</source>
        <translation>取消正在运行的任务</translation>
    </message>
</context>
<context>
    <name>afa::Readout</name>
    <message>
        <source>Each model&apos;s weight at the pointer; a click chooses the model</source>
        <translation>指针处各模型的权重；单击可选择模型</translation>
    </message>
    <message>
        <source>Weights at the pointer</source>
        <translation>指针处的权重</translation>
    </message>
    <message>
        <source>No map at this step and stage</source>
        <translation>此步此级没有注意力图</translation>
    </message>
    <message>
        <source>Mean over the picture</source>
        <translation>整张图片的平均</translation>
    </message>
    <message>
        <source>Position x %1, y %2 of %3 × %4</source>
        <translation>位置 x %1，y %2，共 %3 × %4</translation>
    </message>
</context>
<context>
    <name>afa::RecipeBars</name>
    <message>
        <source>Mean weight per stage and model</source>
        <translation>每级每个模型的平均权重</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>no maps</source>
        <translation>没有注意力图</translation>
    </message>
</context>
<context>
    <name>afa::RegionPlots</name>
    <message>
        <source>Click or drag on the map to choose regions.</source>
        <translation>在注意力图上单击或拖动以选择区域。</translation>
    </message>
    <message>
        <source>Weights over steps</source>
        <translation>随步变化的权重</translation>
    </message>
    <message>
        <source>Weights over stages</source>
        <translation>随级变化的权重</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>级</translation>
    </message>
    <message>
        <source>Region %1</source>
        <translation>区域 %1</translation>
    </message>
    <message>
        <source>Remove region %1</source>
        <translation>移除区域 %1</translation>
    </message>
    <message>
        <source>%1, whole picture</source>
        <translation>%1，整张图片</translation>
    </message>
    <message>
        <source>%1, region %2</source>
        <translation>%1，区域 %2</translation>
    </message>
    <message>
        <source>step (at stage %1)</source>
        <translation>步（第 %1 级）</translation>
    </message>
    <message>
        <source>stage (at step %1)</source>
        <translation>级（第 %1 步）</translation>
    </message>
</context>
<context>
    <name>afa::RequestPanel</name>
    <message>
        <source>Karras</source>
        <translation>Karras</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>What the picture shows</source>
        <translation>图片的内容</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>反向提示词</translation>
    </message>
    <message>
        <source>What it must not show</source>
        <translation>不应出现的内容</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>图片尺寸</translation>
    </message>
    <message>
        <source>Sizes these models know best</source>
        <translation>这些模型最擅长的尺寸</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>How many times the picture is refined: more is slower and finer</source>
        <translation>图片细化的次数:越多越慢、越精细</translation>
    </message>
    <message>
        <source>Guidance (CFG)</source>
        <translation>引导强度 (CFG)</translation>
    </message>
    <message>
        <source>How strictly the prompt is followed; 1 switches guidance off</source>
        <translation>遵循提示词的严格程度;1 表示关闭引导</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>采样器</translation>
    </message>
    <message>
        <source>The method that turns noise into a picture</source>
        <translation>将噪声变成图片的方法</translation>
    </message>
    <message>
        <source>Karras noise levels: more of the steps at low noise (DPM-Solver++ 2M and Euler)</source>
        <translation>Karras 噪声级别:在低噪声处分配更多步数(DPM-Solver++ 2M 和 Euler)</translation>
    </message>
    <message>
        <source>Number of pictures</source>
        <translation>图片数量</translation>
    </message>
    <message>
        <source>How many pictures, with seeds one after the other</source>
        <translation>图片数量,种子依次递增</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>%1: %2 × %3</source>
        <translation>%1:%2 × %3</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>方形</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Tall</source>
        <translation>竖长</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>宽幅</translation>
    </message>
    <message>
        <source>Own: %1 × %2</source>
        <translation>自定义:%1 × %2</translation>
    </message>
</context>
<context>
    <name>afa::RoutingStrip</name>
    <message>
        <source>Mean weight of each model at each stage</source>
        <translation>每个模型在每个阶段的平均权重</translation>
    </message>
    <message>
        <source>%1: %2%</source>
        <translation>%1：%2%</translation>
    </message>
    <message>
        <source>Shown after the first validation</source>
        <translation>首次验证后显示</translation>
    </message>
    <message>
        <source>Stage %1</source>
        <translation>阶段 %1</translation>
    </message>
    <message>
        <source>%1 %2: %3%</source>
        <translation>%1 %2：%3%</translation>
    </message>
    <message>
        <source>entropy %1 (1 = undecided)</source>
        <translation>熵 %1（1 = 未决）</translation>
    </message>
</context>
<context>
    <name>afa::RunPanel</name>
    <message>
        <source>Nothing has been trained yet. Choose data and models, then press Start.</source>
        <translation>尚未训练。请选择数据和模型，然后按“开始”。</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop now and save a state; pictures can be made meanwhile, and the training can go on at any time, also after a restart</source>
        <translation>立即停止并保存状态；期间可以生成图片，训练可随时继续，重启后也可以</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on from the saved state</source>
        <translation>从保存的状态继续</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>Curves appear with the first steps</source>
        <translation>开始训练后显示曲线</translation>
    </message>
    <message>
        <source>Training and validation loss</source>
        <translation>训练与验证损失</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Log axis</source>
        <translation>对数轴</translation>
    </message>
    <message>
        <source>A logarithmic axis for the error</source>
        <translation>误差使用对数坐标</translation>
    </message>
    <message>
        <source>Smoothing of the training loss</source>
        <translation>训练损失的平滑程度</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应</translation>
    </message>
    <message>
        <source>Show the whole curves again; the wheel zooms</source>
        <translation>重新显示完整曲线；滚轮缩放</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Which of the sample pictures is shown</source>
        <translation>显示哪一张样图</translation>
    </message>
    <message>
        <source>Warnings of the training</source>
        <translation>训练警告</translation>
    </message>
    <message>
        <source>Sample picture</source>
        <translation>样图</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Mean weight by stage</source>
        <translation>各阶段平均权重</translation>
    </message>
    <message>
        <source>Stopping and saving a state …</source>
        <translation>正在停止并保存状态…</translation>
    </message>
    <message>
        <source>Waits for the picture that is being made</source>
        <translation>等待正在生成的图片</translation>
    </message>
    <message>
        <source>Preparing …</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Done; the aggregator is in the Library</source>
        <translation>完成；聚合器已在模型库中</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>%1 s/step</source>
        <translation>%1 秒/步</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>learning rate %1</source>
        <translation>学习率 %1</translation>
    </message>
    <message>
        <source>The first one is still to come</source>
        <translation>第一张尚未生成</translation>
    </message>
    <message>
        <source>None is made: &quot;Sample picture every&quot; says never</source>
        <translation>不生成样图：“样图间隔”为从不</translation>
    </message>
    <message>
        <source>after step %1</source>
        <translation>第 %1 步后</translation>
    </message>
    <message>
        <source>The picture cannot be read: %1</source>
        <translation>无法读取图片：%1</translation>
    </message>
    <message>
        <source>Sample picture after step %1</source>
        <translation>第 %1 步后的样图</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Continue training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Pause training</source>
        <translation>暂停训练</translation>
    </message>
</context>
<context>
    <name>afa::RunsModel</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Held-out error</source>
        <translation>留出集误差</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
</context>
<context>
    <name>afa::SearchPanel</name>
    <message>
        <source>Drawing, step %1 of %2</source>
        <translation>正在绘制，第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Measuring picture %1 of %2</source>
        <translation>正在测量第 %1 张图片，共 %2 张</translation>
    </message>
    <message>
        <source>Reading picture %1 of %2</source>
        <translation>正在读取第 %1 张图片，共 %2 张</translation>
    </message>
    <message>
        <source>Merging in memory</source>
        <translation>正在内存中合并</translation>
    </message>
    <message>
        <source>Error on captioned pictures</source>
        <translation>在带说明图片上的误差</translation>
    </message>
    <message>
        <source>A command that scores pictures</source>
        <translation>给图片打分的命令</translation>
    </message>
    <message>
        <source>How a merge is scored</source>
        <translation>如何给合并打分</translation>
    </message>
    <message>
        <source>Captioned pictures</source>
        <translation>带说明的图片</translation>
    </message>
    <message>
        <source>A manifest or a folder of pictures with texts, as for training</source>
        <translation>清单，或带文本的图片文件夹，与训练相同</translation>
    </message>
    <message>
        <source>Choose captioned pictures</source>
        <translation>选择带说明的图片</translation>
    </message>
    <message>
        <source>Manifests (*.json *.jsonl *.csv)</source>
        <translation>清单 (*.json *.jsonl *.csv)</translation>
    </message>
    <message>
        <source>How many of the pictures</source>
        <translation>使用多少张图片</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Run with two more arguments, prompt and PNG file; it prints a number, the higher the better</source>
        <translation>运行时附加两个参数：提示词和 PNG 文件；输出一个数，越大越好</translation>
    </message>
    <message>
        <source>Seconds the command may take</source>
        <translation>命令允许用的秒数</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Time limit, s</source>
        <translation>时限（秒）</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>A prompt in each line; the first one shows the best merge</source>
        <translation>每行一个提示词；第一个用来展示最佳合并</translation>
    </message>
    <message>
        <source>Pictures per prompt</source>
        <translation>每个提示词的图片数</translation>
    </message>
    <message>
        <source>Sampler steps of a picture</source>
        <translation>每张图片的采样步数</translation>
    </message>
    <message>
        <source>How often all blocks are gone through</source>
        <translation>所有块遍历几次</translation>
    </message>
    <message>
        <source>Halving</source>
        <translation>二分</translation>
    </message>
    <message>
        <source>All of 0, 0.1, .. 1</source>
        <translation>0、0.1……1 全部</translation>
    </message>
    <message>
        <source>How one share is searched</source>
        <translation>如何搜索一个份额</translation>
    </message>
    <message>
        <source>IN and OUT blocks in pairs</source>
        <translation>IN 与 OUT 块成对</translation>
    </message>
    <message>
        <source>Blocks of the same resolution share a weight: half as many trials</source>
        <translation>同分辨率的块共用一个权重：试验次数减半</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>遍数</translation>
    </message>
    <message>
        <source>One share</source>
        <translation>单个份额</translation>
    </message>
    <message>
        <source>Continue the last one</source>
        <translation>继续上一次</translation>
    </message>
    <message>
        <source>Go on with the last search where it stopped</source>
        <translation>从上次停下的地方继续搜索</translation>
    </message>
    <message>
        <source>Scored by</source>
        <translation>打分依据</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>The score of every merge that was tried comes here.</source>
        <translation>每次试验的合并得分会显示在这里。</translation>
    </message>
    <message>
        <source>The best merge&apos;s picture comes here.</source>
        <translation>最佳合并的图片会显示在这里。</translation>
    </message>
    <message>
        <source>Use the best</source>
        <translation>采用最佳</translation>
    </message>
    <message>
        <source>Take the best block weights over into the recipe</source>
        <translation>把最佳块权重用到配方中</translation>
    </message>
    <message>
        <source>A search takes two models. Choose them in the Library.</source>
        <translation>搜索需要两个模型。请在模型库中选择。</translation>
    </message>
    <message>
        <source>Choose captioned pictures.</source>
        <translation>请选择带说明的图片。</translation>
    </message>
    <message>
        <source>Give the command.</source>
        <translation>请填写命令。</translation>
    </message>
    <message>
        <source>Give one prompt or more.</source>
        <translation>请填写一个或多个提示词。</translation>
    </message>
    <message>
        <source>Best so far</source>
        <translation>目前最佳</translation>
    </message>
    <message>
        <source>Pictures of the best merge so far</source>
        <translation>目前最佳合并的图片</translation>
    </message>
    <message>
        <source>Waiting for its turn …</source>
        <translation>等待轮到…</translation>
    </message>
    <message>
        <source>Picture of the best merge, trial %1</source>
        <translation>最佳合并的图片，试验 %1</translation>
    </message>
    <message>
        <source>Stop the search</source>
        <translation>停止搜索</translation>
    </message>
    <message>
        <source>Start the search</source>
        <translation>开始搜索</translation>
    </message>
    <message>
        <source>Stop; it can be continued later</source>
        <translation>停止；之后可以继续</translation>
    </message>
    <message>
        <source>Search in the background; pictures wait until it ends or is stopped</source>
        <translation>在后台搜索；图片会等到搜索结束或停止</translation>
    </message>
    <message>
        <source>Trial %1 of at most %2. Best score %3, trial %4.</source>
        <translation>试验 %1，最多 %2。最佳得分 %3，试验 %4。</translation>
    </message>
    <message>
        <source>Continue the last search</source>
        <translation>继续上次搜索</translation>
    </message>
</context>
<context>
    <name>afa::SeedField</name>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The number the start noise is drawn from: the same seed and settings give the same picture</source>
        <translation>用于产生初始噪声的数字:相同的种子和设置得到相同的图片</translation>
    </message>
    <message>
        <source>Keep this seed for the next pictures</source>
        <translation>后续图片保留此种子</translation>
    </message>
    <message>
        <source>Another random seed</source>
        <translation>换一个随机种子</translation>
    </message>
</context>
<context>
    <name>afa::SliderField</name>
    <message>
        <source>%1, slider</source>
        <translation>%1,滑块</translation>
    </message>
</context>
<context>
    <name>afa::Studio</name>
    <message>
        <source>The studio&apos;s database was damaged. It was kept as %1 and a new one begun; the gallery is being read again from the pictures themselves.</source>
        <translation>程序的数据库已损坏。已将其保留为 %1 并新建数据库;图库正从图片本身重新读取。</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) of the queue could not be read.</source>
        <translation>
            <numerusform>队列中有 %n 个任务无法读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>The aggregator %1 is finished; it is in the Library now.</source>
        <translation>聚合器 %1 已完成，现已在模型库中。</translation>
    </message>
    <message numerus="yes">
        <source>%n training run(s) could not be read.</source>
        <translation>
            <numerusform>有 %n 个训练记录无法读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>The models could not be loaded: %1</source>
        <translation>无法加载模型：%1</translation>
    </message>
    <message>
        <source>The merged model is at %1.</source>
        <translation>合并后的模型位于 %1。</translation>
    </message>
    <message>
        <source>The chosen device is not there</source>
        <translation>所选设备不可用</translation>
    </message>
    <message numerus="yes">
        <source>Gallery: %n picture(s) found in the folder were added.</source>
        <translation>
            <numerusform>图库：已添加文件夹中找到的 %n 张图片。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afa::TrainForm</name>
    <message>
        <source>Show or hide these settings</source>
        <translation>显示或隐藏这些设置</translation>
    </message>
    <message>
        <source>Path of a file or folder</source>
        <translation>文件或文件夹的路径</translation>
    </message>
</context>
<context>
    <name>afa::TrainPage</name>
    <message>
        <source>Name of the aggregator</source>
        <translation>聚合器名称</translation>
    </message>
    <message>
        <source>What the run and its aggregator are called</source>
        <translation>该训练及其聚合器的名称</translation>
    </message>
    <message>
        <source>my aggregator</source>
        <translation>我的聚合器</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>New aggregator</source>
        <translation>新聚合器</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Measure the time</source>
        <translation>测量时间</translation>
    </message>
    <message>
        <source>Load the models and time one step</source>
        <translation>加载模型并测量一步的时间</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Train in the background; pictures wait until it ends or is paused</source>
        <translation>在后台训练；图片任务等到训练结束或暂停</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>An aggregator joins two base models or more. Choose them in the Library.</source>
        <translation>聚合器结合两个或更多基础模型。请在模型库中选择。</translation>
    </message>
    <message>
        <source>Add training data first.</source>
        <translation>请先添加训练数据。</translation>
    </message>
    <message>
        <source>%1 pictures to train on, %2 held out, %3 px</source>
        <translation>训练 %1 张，留出 %2 张，%3 像素</translation>
    </message>
    <message numerus="yes">
        <source>%1 steps of %n picture(s), %2 M parameters</source>
        <translation>
            <numerusform>%1 步，每步 %n 张，%2 M 参数</numerusform>
        </translation>
    </message>
    <message>
        <source>Time: about %1 (%2 s a step, measured)</source>
        <translation>时间：约 %1（实测每步 %2 秒）</translation>
    </message>
    <message>
        <source>Time: not measured yet</source>
        <translation>时间：尚未测量</translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>Memory: about %1</source>
        <translation>内存：约 %1</translation>
    </message>
    <message>
        <source>Memory: about %1, %2 are free</source>
        <translation>内存：约 %1，可用 %2</translation>
    </message>
    <message>
        <source>: choose a smaller batch</source>
        <translation>：请减小批量</translation>
    </message>
    <message>
        <source>Models %1, step %2, aggregator with its optimiser %3</source>
        <translation>模型 %1，每步 %2，聚合器及优化器 %3</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
</context>
<context>
    <name>afa::Training</name>
    <message>
        <source>%1 is being trained. Pause it first.</source>
        <translation>正在训练 %1。请先暂停。</translation>
    </message>
    <message>
        <source>%1 is being trained; pictures wait until it ends or is paused</source>
        <translation>正在训练 %1；图片任务等到训练结束或暂停</translation>
    </message>
    <message>
        <source>%1: could not be copied to %2 (%3); is the disk full? The aggregator itself is safe.</source>
        <translation>%1：无法复制到 %2（%3）；磁盘已满？聚合器本身是安全的。</translation>
    </message>
</context>
<context>
    <name>afa::UNetDrawing</name>
    <message>
        <source>U-Net stages</source>
        <translation>U-Net 的各级</translation>
    </message>
    <message>
        <source>Stage %1 · %2 · %3</source>
        <translation>第 %1 级 · %2 · %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>no maps</source>
        <translation>没有注意力图</translation>
    </message>
</context>
<context>
    <name>afa::ViewControls</name>
    <message>
        <source>Shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>What the colours show (W, D, E)</source>
        <translation>颜色表示什么（W、D、E）</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>半边</translation>
    </message>
    <message>
        <source>Half of the guidance that the weights come from</source>
        <translation>权重取自引导的哪一半</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Colour map; all are perceptually uniform</source>
        <translation>色图；均为感知均匀</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Interpolate between the positions instead of showing each as it is</source>
        <translation>在各位置之间插值，而非逐个原样显示</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>拉伸</translation>
    </message>
    <message>
        <source>Let the colours run from the smallest to the largest value shown instead of 0 to 1</source>
        <translation>让颜色从所显示的最小值到最大值，而不是 0 到 1</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Dominant model</source>
        <translation>主导模型</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>With prompt</source>
        <translation>有提示词</translation>
    </message>
    <message>
        <source>Without prompt</source>
        <translation>无提示词</translation>
    </message>
    <message>
        <source>Both (mean)</source>
        <translation>两者（平均）</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>How much the map covers the picture</source>
        <translation>注意力图覆盖图片的程度</translation>
    </message>
    <message>
        <source>Opacity of the map</source>
        <translation>注意力图的不透明度</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Weight of %1: %2 (key %3)</source>
        <translation>%1 的权重：%2（按键 %3）</translation>
    </message>
</context>
<context>
    <name>afa::WindowSpeech</name>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>“%1” %2</source>
        <translation>“%1”%2</translation>
    </message>
    <message>
        <source>“%1” (menu Library)</source>
        <translation>“%1”（菜单“模型库”）</translation>
    </message>
    <message>
        <source>“%1” %2 (menu Library)</source>
        <translation>“%1”%2（菜单“模型库”）</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Makes pictures with several Stable Diffusion 1.x models at once.</source>
        <translation>同时使用多个 Stable Diffusion 1.x 模型生成图片。</translation>
    </message>
    <message>
        <source>Keep gallery, queue and pictures in this folder.</source>
        <translation>将图库、队列和图片保存在此文件夹。</translation>
    </message>
    <message>
        <source>Pictures whose settings are used, maps to look into, or models.</source>
        <translation>要使用其设置的图片、要查看的注意力图，或模型。</translation>
    </message>
</context>
</TS>
