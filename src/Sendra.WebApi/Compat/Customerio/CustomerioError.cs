namespace Sendra.WebApi.Compat.Customerio;

/// <summary>An error as Customer.io's clients read it.</summary>
/// <param name="Meta">What went wrong.</param>
public sealed record CustomerioError(CustomerioErrorMeta Meta);
