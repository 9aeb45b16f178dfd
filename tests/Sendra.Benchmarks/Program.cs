using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Sendra.Benchmarks;
using Sendra.Benchmarks.Databases;
using Sendra.Benchmarks.Limit;
using Sendra.Benchmarks.Logs;
using Sendra.Benchmarks.Pure;

if (args.Length == 0)
{
    await Console.Error.WriteLineAsync("Use build/benchmark.sh, build/log-benchmark.sh or build/load.sh.");
    return 2;
}

var options = new Options(args[1..]);
switch (args[0])
{
    case "limit":
        await LimitProgram.RunAsync(BenchmarkDatabase.Of(options.Value("--database"), options.Value("--connection")), options.Value("--url"));
        return 0;
    case "run":
        return await Runs.BenchmarkAsync(options) ? 0 : 1;
    case "fairness":
        return await Runs.FairnessAsync(options) ? 0 : 1;
    case "steps":
        return await Runs.StepsAsync(options) ? 0 : 1;
    case "listening":
        return await Runs.ListeningAsync(options) ? 0 : 1;
    case "webhooks":
        return await Runs.WebhooksAsync(options) ? 0 : 1;
    case "compat":
        return await Runs.CompatAsync(options) ? 0 : 1;
    case "import":
        return await Runs.ImportAsync(options) ? 0 : 1;
    case "outbox":
        return await Runs.OutboxAsync(options) ? 0 : 1;
    case "retention":
        return await Runs.RetentionAsync(options) ? 0 : 1;
    case "nodes":
        return await Runs.NodesAsync(options) ? 0 : 1;
    case "load":
        await Runs.LoadAsync(options);
        return 0;
    case "compare":
        await Runs.CompareAsync(options);
        return 0;
    case "logs":
        return await LogRuns.BenchmarkAsync(options) ? 0 : 1;
    case "simulate":
        return await LogRuns.SimulateAsync(options) ? 0 : 1;
    case "pure":
        BenchmarkRunner.Run<PureBenchmarks>(DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
        return 0;
    case "fill":
        await Runs.FillAsync(options);
        return 0;
    default:
        await Console.Error.WriteLineAsync($"There is no command '{args[0]}'.");
        return 2;
}
