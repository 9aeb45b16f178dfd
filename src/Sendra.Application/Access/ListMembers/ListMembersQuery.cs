using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Access.ListMembers;

/// <summary>Reads a part of the workspace's members.</summary>
/// <param name="Paging">Which part.</param>
public sealed record ListMembersQuery(Paging Paging) : IRequest<Page<MemberResult>>;
