using Sendra.Benchmarks;
using Sendra.Benchmarks.Databases;
using Sendra.Benchmarks.Limit;
using Sendra.Benchmarks.Logs;

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
    case "load":
        await Runs.LoadAsync(options);
        return 0;
    case "logs":
        return await LogRuns.BenchmarkAsync(options) ? 0 : 1;
    case "simulate":
        return await LogRuns.SimulateAsync(options) ? 0 : 1;
    case "fill":
        await Runs.FillAsync(options);
        return 0;
    default:
        await Console.Error.WriteLineAsync($"There is no command '{args[0]}'.");
        return 2;
}
