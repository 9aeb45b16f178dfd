using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class WaitsForEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "event_id",
                table: "visits",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "awaited_event",
                table: "enrollments",
                type: "nvarchar(255)",
                maxLength: 255,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<byte[]>(
                name: "moved_by_event_id",
                table: "enrollments",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "received_event_id",
                table: "enrollments",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "awaited_events",
                table: "automations",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "exit_conditions",
                table: "automations",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "awaited_events",
                table: "automation_versions",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_enrollments_awaiting",
                table: "enrollments",
                columns: new[] { "workspace_id", "contact_id", "awaited_event" },
                filter: "awaited_event IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_enrollments_awaiting",
                table: "enrollments");

            migrationBuilder.DropColumn(
                name: "event_id",
                table: "visits");

            migrationBuilder.DropColumn(
                name: "awaited_event",
                table: "enrollments");

            migrationBuilder.DropColumn(
                name: "moved_by_event_id",
                table: "enrollments");

            migrationBuilder.DropColumn(
                name: "received_event_id",
                table: "enrollments");

            migrationBuilder.DropColumn(
                name: "awaited_events",
                table: "automations");

            migrationBuilder.DropColumn(
                name: "exit_conditions",
                table: "automations");

            migrationBuilder.DropColumn(
                name: "awaited_events",
                table: "automation_versions");
        }
    }
}
