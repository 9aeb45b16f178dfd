using MediatR;

namespace Sendra.Application.Access.PreviewInvitation;

/// <summary>Says where a link leads, before anyone follows it.</summary>
/// <param name="Token">What stands in the link.</param>
public sealed record PreviewInvitationQuery(string? Token) : IRequest<FoundInvitation>;
