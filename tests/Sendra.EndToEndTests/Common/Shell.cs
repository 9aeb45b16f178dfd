using System.Diagnostics;

namespace Sendra.EndToEndTests.Common;

/// <summary>A terminal into which a command is pasted.</summary>
internal static class Shell
{
    public static async Task<string> RunAsync(string command)
    {
        var start = new ProcessStartInfo("sh", ["-c", command]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var shell = Process.Start(start)!;
        var output = await Task.WhenAll(shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        shell.ExitCode.Should().Be(0, string.Concat(output));
        return output[0];
    }
}
