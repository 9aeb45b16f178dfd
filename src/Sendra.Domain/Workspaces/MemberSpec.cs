using Ardalis.Specification;

namespace Sendra.Domain.Workspaces;

/// <summary>Which members to read.</summary>
public sealed class MemberSpec : Specification<Member>
{
    private MemberSpec()
    {
    }

    public static MemberSpec OfUser(UserId userId)
    {
        var spec = new MemberSpec();
        spec.Query.Where(member => member.UserId == userId);
        return spec;
    }
}
