namespace Sendra.Domain.Common;

/// <summary>There is no such thing in this workspace, which is also the answer for another workspace's id (W4). 404.</summary>
/// <param name="what">The noun, camelCase: <c>automation</c>.</param>
public sealed class NotFoundException(string what)
    : DomainException($"{what}NotFound", $"There is no such {what} in this workspace.");
