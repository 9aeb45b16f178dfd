using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Contacts.ListContacts;

/// <summary>Lists contacts, newest first, or by email if <paramref name="Query"/> is given.</summary>
/// <param name="Email">Only the contact with this email, in any spelling that normalizes to it (E1), or null.</param>
/// <param name="ExternalId">Only the one with this external id (E0), or null.</param>
/// <param name="Query">Only contacts whose email starts with this text, ignoring case, or null.</param>
public sealed record ListContactsQuery(string? Email, string? ExternalId, string? Query, Paging Paging) : IRequest<Page<ContactResult>>;
