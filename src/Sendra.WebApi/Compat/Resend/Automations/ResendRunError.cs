namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>Why a step failed.</summary>
/// <param name="Message">A sentence for people.</param>
public sealed record ResendRunError(string Message);
