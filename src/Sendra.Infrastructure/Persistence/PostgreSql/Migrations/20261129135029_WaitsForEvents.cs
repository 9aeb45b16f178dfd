using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class WaitsForEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "event_id",
                table: "visits",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "awaited_event",
                table: "enrollments",
                type: "character varying(255)",
                maxLength: 255,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<Guid>(
                name: "moved_by_event_id",
                table: "enrollments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "received_event_id",
                table: "enrollments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "awaited_events",
                table: "automations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "exit_conditions",
                table: "automations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "awaited_events",
                table: "automation_versions",
                type: "text",
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
