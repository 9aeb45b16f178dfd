namespace Sendra.Cli.Common;

/// <summary>The command makes no sense; the message says why.</summary>
internal sealed class UsageException(string message) : Exception(message);
