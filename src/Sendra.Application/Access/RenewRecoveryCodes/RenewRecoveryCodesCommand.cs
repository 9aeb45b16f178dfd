using MediatR;

namespace Sendra.Application.Access.RenewRecoveryCodes;

/// <summary>Replaces the recovery codes of a person; the old ones stop working (W10).</summary>
/// <param name="UserId">Who is signed in.</param>
public sealed record RenewRecoveryCodesCommand(UserId UserId) : IRequest<RecoveryCodes>;
