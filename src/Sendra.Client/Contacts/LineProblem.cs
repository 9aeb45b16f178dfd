namespace Sendra.Client.Contacts;

/// <summary>A line that was refused, or saved without a value.</summary>
public sealed record LineProblem
{
    /// <summary>Where it stands in the file, from 1.</summary>
    public int Line { get; init; }

    /// <summary>True when nothing of it was saved.</summary>
    public bool Refused { get; init; }

    /// <summary>Why.</summary>
    public string Message { get; init; } = "";

    /// <summary>The line as it came. Of lines that were saved, null: nothing of a contact is kept outside of it.</summary>
    public string? Text { get; init; }
}
