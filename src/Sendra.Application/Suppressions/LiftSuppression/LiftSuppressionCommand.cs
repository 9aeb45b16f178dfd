using MediatR;

namespace Sendra.Application.Suppressions.LiftSuppression;

/// <summary>Lets mail reach an address again.</summary>
/// <param name="Email">The address.</param>
/// <param name="KeepUnsubscribed">True to lift only what the person did not ask for.</param>
public sealed record LiftSuppressionCommand(string Email, bool KeepUnsubscribed) : IRequest;
