using System.Diagnostics;

namespace Sendra.Tests;

/// <summary>Runs programs of the machine.</summary>
internal static class Shell
{
    /// <summary>True when it ended with 0.</summary>
    public static bool Try(string program, params string[] arguments)
    {
        var (code, _) = Execute(program, arguments);
        return code == 0;
    }

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="InvalidOperationException">It ended with something else than 0.</exception>
    public static void Run(string program, params string[] arguments)
    {
        var (code, output) = Execute(program, arguments);
        if (code != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {code}: {output}");
        }
    }

    private static (int Code, string Output) Execute(string program, string[] arguments)
    {
        // A program that leaves a server behind must not hold our end of a pipe: output goes to a file.
        var file = Path.GetTempFileName();
        try
        {
            using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "\"$@\" >\"$0\" 2>&1 </dev/null", file, program, .. arguments]) { WorkingDirectory = "/" })!;
            process.WaitForExit();
            return (process.ExitCode, File.ReadAllText(file));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
