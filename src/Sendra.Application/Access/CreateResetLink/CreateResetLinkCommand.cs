using MediatR;
using Sendra.Domain.Access;

namespace Sendra.Application.Access.CreateResetLink;

/// <summary>Makes a link to set a new password, for whoever runs the server to hand over. Null when no account has the email.</summary>
/// <param name="Email">The email of the account.</param>
public sealed record CreateResetLinkCommand(string? Email) : IRequest<LinkToken?>;
