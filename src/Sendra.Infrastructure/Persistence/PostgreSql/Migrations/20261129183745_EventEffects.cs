using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class EventEffects : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "has_effect",
                table: "received_events",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "woken",
                table: "received_events",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            // What enrolled or exited before, by the indexes that go. No release has woken anybody yet.
            migrationBuilder.Sql("UPDATE received_events SET has_effect = 1 WHERE enrolled > 0 OR exited > 0");

            migrationBuilder.DropIndex(
                name: "ix_received_events_enrolled",
                table: "received_events");

            migrationBuilder.DropIndex(
                name: "ix_received_events_exited",
                table: "received_events");

            migrationBuilder.DropIndex(
                name: "ix_received_events_workspace_id_event_name_id_enrolled",
                table: "received_events");

            migrationBuilder.DropIndex(
                name: "ix_received_events_workspace_id_event_name_id_exited",
                table: "received_events");

            migrationBuilder.CreateIndex(
                name: "ix_received_events_effect",
                table: "received_events",
                columns: new[] { "workspace_id", "id" },
                filter: "has_effect = 1");

            migrationBuilder.CreateIndex(
                name: "ix_received_events_workspace_id_event_name_id_effect",
                table: "received_events",
                columns: new[] { "workspace_id", "event_name", "id" },
                filter: "has_effect = 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_received_events_effect",
                table: "received_events");

            migrationBuilder.DropIndex(
                name: "ix_received_events_workspace_id_event_name_id_effect",
                table: "received_events");

            migrationBuilder.DropColumn(
                name: "has_effect",
                table: "received_events");

            migrationBuilder.DropColumn(
                name: "woken",
                table: "received_events");

            migrationBuilder.CreateIndex(
                name: "ix_received_events_enrolled",
                table: "received_events",
                columns: new[] { "workspace_id", "id" },
                filter: "enrolled > 0");

            migrationBuilder.CreateIndex(
                name: "ix_received_events_exited",
                table: "received_events",
                columns: new[] { "workspace_id", "id" },
                filter: "exited > 0");

            migrationBuilder.CreateIndex(
                name: "ix_received_events_workspace_id_event_name_id_enrolled",
                table: "received_events",
                columns: new[] { "workspace_id", "event_name", "id" },
                filter: "enrolled > 0");

            migrationBuilder.CreateIndex(
                name: "ix_received_events_workspace_id_event_name_id_exited",
                table: "received_events",
                columns: new[] { "workspace_id", "event_name", "id" },
                filter: "exited > 0");
        }
    }
}
