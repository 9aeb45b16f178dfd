namespace Sendra.Cli.Importing;

/// <summary>A line that was refused.</summary>
/// <param name="Number">Where it is in the file.</param>
/// <param name="Problem">Why.</param>
/// <param name="Text">What it says.</param>
internal readonly record struct RejectedLine(long Number, string Problem, string Text);
