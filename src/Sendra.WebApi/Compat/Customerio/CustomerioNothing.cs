namespace Sendra.WebApi.Compat.Customerio;

/// <summary>It is done; there is nothing to say.</summary>
public sealed record CustomerioNothing;
