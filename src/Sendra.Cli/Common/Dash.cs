namespace Sendra.Cli.Common;

/// <summary>A file named <c>-</c> is standard input or output. The parser takes a lone dash for half an option, so it gets another name.</summary>
internal static class Dash
{
    public const string Name = "(standard)";

    public static string[] Rename(string[] arguments) => [.. arguments.Select(argument => argument == "-" ? Name : argument)];
}
