namespace Sendra.WebApi.Compat.Plunk;

/// <summary>An error as Plunk's clients read it.</summary>
/// <param name="Code">The HTTP status.</param>
/// <param name="Error">The status in words.</param>
/// <param name="Message">A sentence for people.</param>
public sealed record PlunkError(int Code, string Error, string Message);
