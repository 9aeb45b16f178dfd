using MediatR;

namespace Sendra.Application.Access.GetSecondFactor;

/// <summary>Which second factors a person has (W10).</summary>
/// <param name="UserId">Who is signed in.</param>
public sealed record GetSecondFactorQuery(UserId UserId) : IRequest<SecondFactorState>;
