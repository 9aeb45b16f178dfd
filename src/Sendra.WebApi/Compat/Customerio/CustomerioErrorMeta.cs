namespace Sendra.WebApi.Compat.Customerio;

/// <summary>What went wrong.</summary>
/// <param name="Error">A sentence for people.</param>
public sealed record CustomerioErrorMeta(string Error);
