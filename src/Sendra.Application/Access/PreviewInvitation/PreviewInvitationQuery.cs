using MediatR;

namespace Sendra.Application.Access.PreviewInvitation;

/// <summary>Says where a link leads, before anyone follows it.</summary>
/// <param name="Token">What stands in the link.</param>
/// <param name="UserId">Who is signed in, or null.</param>
public sealed record PreviewInvitationQuery(string? Token, UserId? UserId) : IRequest<InvitationPreview>
{
    /// <summary>Hides what is in it: at its most talkative, the log repeats what it is given.</summary>
    public override string ToString() => nameof(PreviewInvitationQuery);
}
