using MediatR;

namespace Sendra.Application.Access.RemoveSecondFactors;

/// <summary>Takes the second factors of a person away who has lost them, by whoever runs the server (W10). False when no account has the email.</summary>
/// <param name="Email">The email of the account.</param>
public sealed record RemoveSecondFactorsCommand(string? Email) : IRequest<bool>;
