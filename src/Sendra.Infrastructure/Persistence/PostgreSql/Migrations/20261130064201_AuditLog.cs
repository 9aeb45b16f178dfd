using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class AuditLog : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "audit_days",
                table: "workspaces",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "audit_log",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_type = table.Column<int>(type: "integer", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true, collation: "C"),
                    action = table.Column<int>(type: "integer", nullable: false),
                    target_type = table.Column<int>(type: "integer", nullable: false),
                    target_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    target_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true, collation: "C"),
                    details = table.Column<string>(type: "text", nullable: true),
                    address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    user_agent = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_log", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_audit_log_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_log_workspace_id_action_id",
                table: "audit_log",
                columns: new[] { "workspace_id", "action", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_log_workspace_id_actor_id_id",
                table: "audit_log",
                columns: new[] { "workspace_id", "actor_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_log_workspace_id_target_id_id",
                table: "audit_log",
                columns: new[] { "workspace_id", "target_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_log_workspace_id_target_name",
                table: "audit_log",
                columns: new[] { "workspace_id", "target_name" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_log_workspace_id_target_type_id",
                table: "audit_log",
                columns: new[] { "workspace_id", "target_type", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_log");

            migrationBuilder.DropColumn(
                name: "audit_days",
                table: "workspaces");
        }
    }
}
