using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class WorkflowRuns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "due_at",
                table: "enrollments",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ended_because",
                table: "enrollments",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "entered_at",
                table: "enrollments",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "failures",
                table: "enrollments",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "held_due_at",
                table: "enrollments",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "parked_because",
                table: "enrollments",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "step_id",
                table: "enrollments",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "visit_number",
                table: "enrollments",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "waits_on_contact",
                table: "enrollments",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "waits_on_contacts",
                table: "automation_versions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "step_tallies",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    automation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    shard = table.Column<int>(type: "integer", nullable: false),
                    waiting = table.Column<long>(type: "bigint", nullable: false),
                    passed = table.Column<long>(type: "bigint", nullable: false),
                    failed = table.Column<long>(type: "bigint", nullable: false),
                    cancelled = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_step_tallies", x => new { x.workspace_id, x.automation_id, x.step_id, x.path, x.shard });
                });

            migrationBuilder.CreateTable(
                name: "visits",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enrollment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    step_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    entered_at = table.Column<long>(type: "bigint", nullable: false),
                    left_at = table.Column<long>(type: "bigint", nullable: false),
                    outcome = table.Column<int>(type: "integer", nullable: false),
                    path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    code = table.Column<int>(type: "integer", nullable: true),
                    detail = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visits", x => new { x.workspace_id, x.enrollment_id, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "workflow_jobs",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    automation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workflow_jobs", x => new { x.workspace_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_enrollments_due",
                table: "enrollments",
                columns: new[] { "workspace_id", "due_at", "id" },
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_enrollments_held",
                table: "enrollments",
                columns: new[] { "workspace_id", "automation_id", "id" },
                filter: "held_due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_enrollments_parked",
                table: "enrollments",
                columns: new[] { "workspace_id", "id" },
                filter: "parked_because IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_enrollments_waits_on_contact",
                table: "enrollments",
                columns: new[] { "workspace_id", "contact_id", "waits_on_contact" },
                filter: "waits_on_contact = 1");

            // What was archived before ends its runs now, too: kind 2 is WorkflowJobKind.End.
            migrationBuilder.Sql("INSERT INTO workflow_jobs (workspace_id, id, automation_id, kind) SELECT workspace_id, id, id, 2 FROM automations WHERE status = 4");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "step_tallies");

            migrationBuilder.DropTable(
                name: "visits");

            migrationBuilder.DropTable(
                name: "workflow_jobs");

            migrationBuilder.DropIndex(
                name: "ix_enrollments_due",
                table: "enrollments");

            migrationBuilder.DropIndex(
                name: "ix_enrollments_held",
                table: "enrollments");

            migrationBuilder.DropIndex(
                name: "ix_enrollments_parked",
                table: "enrollments");

            migrationBuilder.DropIndex(
                name: "ix_enrollments_waits_on_contact",
                table: "enrollments");

            migrationBuilder.DropColumn(
                name: "due_at",
                table: "enrollments");

            migrationBuilder.DropColumn(
                name: "ended_because",
                table: "enrollments");

            migrationBuilder.DropColumn(
                name: "entered_at",
                table: "enrollments");

            migrationBuilder.DropColumn(
                name: "failures",
                table: "enrollments");

            migrationBuilder.DropColumn(
                name: "held_due_at",
                table: "enrollments");

            migrationBuilder.DropColumn(
                name: "parked_because",
                table: "enrollments");

            migrationBuilder.DropColumn(
                name: "step_id",
                table: "enrollments");

            migrationBuilder.DropColumn(
                name: "visit_number",
                table: "enrollments");

            migrationBuilder.DropColumn(
                name: "waits_on_contact",
                table: "enrollments");

            migrationBuilder.DropColumn(
                name: "waits_on_contacts",
                table: "automation_versions");
        }
    }
}
