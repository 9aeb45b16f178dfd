namespace Sendra.Cli.Importing;

/// <summary>A line of a file; a record of CSV may span several.</summary>
/// <param name="Number">Where it begins in the file, from 1.</param>
/// <param name="Text">As it stands, without its end.</param>
/// <param name="Problem">Why it can't be read; null when it can.</param>
internal readonly record struct SourceLine(long Number, string Text, string? Problem = null);
