using System.Text.Json;

namespace Sendra.Cli.Importing;

/// <summary>Turns the lines of a file into events.</summary>
internal interface IEventLines
{
    /// <summary>The next line, whatever it holds; null at the end.</summary>
    SourceLine? Read();

    /// <summary>Writes a line as an event.</summary>
    /// <param name="line">One that was read without a problem.</param>
    /// <param name="json">Where to.</param>
    /// <param name="person">Who the event is of, to keep their order.</param>
    /// <returns>Why it is none; null when it was written.</returns>
    string? Write(SourceLine line, Utf8JsonWriter json, out string person);
}
