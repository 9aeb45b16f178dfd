using System.Text.Json;
using Sendra.Client.Json;
using Spectre.Console;

namespace Sendra.Cli.Common;

/// <summary>
/// What people read. Results go to standard output; what is said about them goes to standard error, so that results can be piped. Colors and
/// line breaks that fit the window are only for a terminal.
/// </summary>
internal static class Terminal
{
    private static readonly IAnsiConsole Results = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });

    /// <summary>Where progress and questions go.</summary>
    public static IAnsiConsole Messages { get; } = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>Whether somebody can answer a question.</summary>
    public static bool IsInteractive => !Console.IsInputRedirected && !Console.IsErrorRedirected;

    /// <summary>How many characters a line has; no limit when nobody looks.</summary>
    public static int Width => Console.IsOutputRedirected ? int.MaxValue : Results.Profile.Width;

    /// <summary>Writes a result.</summary>
    /// <param name="markup">The line, with Spectre's markup.</param>
    public static void Write(string markup) => Line(Results, Console.Out, Console.IsOutputRedirected, markup);

    /// <summary>Writes about a result.</summary>
    /// <param name="markup">The line, with Spectre's markup.</param>
    public static void Say(string markup) => Line(Messages, Console.Error, Console.IsErrorRedirected, markup);

    /// <summary>Writes a result for programs, on one line, as the API writes it.</summary>
    public static void WriteJson(object result) => Console.Out.WriteLine(JsonSerializer.Serialize(result, ApiJson.Options));

    private static void Line(IAnsiConsole console, TextWriter plain, bool isRedirected, string markup)
    {
        if (isRedirected)
        {
            plain.WriteLine(markup.RemoveMarkup());
        }
        else
        {
            console.MarkupLine(markup);
        }
    }
}
