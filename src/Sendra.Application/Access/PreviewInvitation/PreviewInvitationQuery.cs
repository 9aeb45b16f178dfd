using MediatR;

namespace Sendra.Application.Access.PreviewInvitation;

/// <summary>Says where a link leads, before anyone follows it.</summary>
/// <param name="Token">What stands in the link.</param>
public sealed record PreviewInvitationQuery(string? Token) : IRequest<FoundInvitation>
{
    /// <summary>Hides what is in it: at its most talkative, the log repeats what it is given.</summary>
    public override string ToString() => nameof(PreviewInvitationQuery);
}
