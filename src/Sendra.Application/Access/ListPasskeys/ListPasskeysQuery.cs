using MediatR;

namespace Sendra.Application.Access.ListPasskeys;

/// <summary>Lists the passkeys of a person (W12).</summary>
/// <param name="UserId">Who is signed in.</param>
public sealed record ListPasskeysQuery(UserId UserId) : IRequest<IReadOnlyList<PasskeyResult>>;
