using Sendra.Domain.Common;
using Sendra.Domain.UnitTests.Common;
using Sendra.Domain.Workspaces;

namespace Sendra.Domain.UnitTests.Workspaces;

public sealed class WorkspaceTests
{
    [Test]
    public void L3_a_new_workspace_keeps_its_events_for_good()
    {
        var id = Make.Id<WorkspaceId>();

        Workspace.Create(id, "Acme").Should()
            .BeEquivalentTo(new { Id = id, Name = "Acme", RulesVersion = id.Value, RetentionDays = (int?)null, CreatedAt = TimeOrderedId.TimeOf(id) });
    }

    [Test]
    public void W4_a_workspace_belongs_to_itself()
    {
        var workspace = Workspace.Create(Make.Id<WorkspaceId>(), "Acme");

        ((IWorkspaceOwned)workspace).WorkspaceId.Should().Be(workspace.Id);
    }

    [TestCase(1)]
    [TestCase(3_650)]
    [TestCase(null)]
    public void L3_events_are_kept_for_a_day_to_ten_years_or_for_good(int? days)
    {
        var workspace = Workspace.Create(Make.Id<WorkspaceId>(), "Acme");
        workspace.KeepEventsFor(30);

        workspace.KeepEventsFor(days);

        workspace.RetentionDays.Should().Be(days);
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(3_651)]
    public void L3_no_other_time_is_taken(int days)
    {
        var workspace = Workspace.Create(Make.Id<WorkspaceId>(), "Acme");
        workspace.KeepEventsFor(30);

        FluentActions.Invoking(() => workspace.KeepEventsFor(days)).Should().Throw<ArgumentOutOfRangeException>();
        workspace.RetentionDays.Should().Be(30);
    }
}
