using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Access.ListMembers;

/// <summary>Lists the workspace's members.</summary>
public sealed record ListMembersQuery(Paging Paging) : IRequest<Page<MemberResult>>;
