namespace Sendra.WebApi.Compat.Resend;

/// <summary>An error as Resend's clients read it.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Name">What it is, for programs, such as <c>validation_error</c>.</param>
/// <param name="Message">A sentence for people.</param>
public sealed record ResendError(int StatusCode, string Name, string Message);
