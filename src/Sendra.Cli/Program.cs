using System.Runtime.InteropServices;
using Sendra.Cli.Common;
using Spectre.Console.Cli;

namespace Sendra.Cli;

internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        using var end = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            var app = new CommandApp();
            app.Configure(Commands.Register);
            return await app.RunAsync(Dash.Rename(args), end.Token);
        }
        catch (Exception exception)
        {
            return (int)Failures.Explain(exception, asJson: args.Contains("--json"));
        }

        // Whoever asks a second time doesn't want to wait.
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = !end.IsCancellationRequested;
            end.Cancel();
        }
    }
}
