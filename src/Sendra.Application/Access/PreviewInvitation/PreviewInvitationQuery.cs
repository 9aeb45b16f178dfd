using MediatR;

namespace Sendra.Application.Access.PreviewInvitation;

/// <summary>Shows which workspace a link leads to.</summary>
/// <param name="Token">The token in the link.</param>
/// <param name="UserId">Who is signed in, or null.</param>
public sealed record PreviewInvitationQuery(string? Token, UserId? UserId) : IRequest<InvitationPreview>
{
    /// <summary>Hides the secret, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(PreviewInvitationQuery);
}
