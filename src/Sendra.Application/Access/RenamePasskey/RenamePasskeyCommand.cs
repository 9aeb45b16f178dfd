using MediatR;

namespace Sendra.Application.Access.RenamePasskey;

/// <summary>Renames a passkey (W12).</summary>
/// <param name="UserId">Who is signed in.</param>
/// <param name="Id">The passkey.</param>
/// <param name="Name">Its new name.</param>
public sealed record RenamePasskeyCommand(UserId UserId, PasskeyId Id, string? Name) : IRequest<PasskeyResult>;
