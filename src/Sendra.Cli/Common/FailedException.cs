namespace Sendra.Cli.Common;

/// <summary>It can't be done; the message says why.</summary>
internal sealed class FailedException(string message, ExitCode code = ExitCode.Failed) : Exception(message)
{
    public ExitCode Code { get; } = code;
}
