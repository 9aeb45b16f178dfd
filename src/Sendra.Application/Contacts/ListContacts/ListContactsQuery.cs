using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Contacts.ListContacts;

/// <summary>Reads a part of the contacts: newest first, or by address when <paramref name="Query"/> is given.</summary>
/// <param name="Email">Only the one with this address, in any spelling that normalises to it (E1), or null.</param>
/// <param name="ExternalId">Only the one with this external id (E0), or null.</param>
/// <param name="Query">Only those whose address begins so, in any case, or null.</param>
/// <param name="Paging">Which part.</param>
public sealed record ListContactsQuery(string? Email, string? ExternalId, string? Query, Paging Paging) : IRequest<Page<ContactResult>>;
